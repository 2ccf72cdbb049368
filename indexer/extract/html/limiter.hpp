// Limits what gumbo 0.10 may be given, which recurses over depth and is quadratic on misnested
// tags, and saves it the characters it would only copy. The HTML parser (HtmlTree) is the only
// caller. May be called from any thread.
#pragma once

#include "indexer/base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::html {

// The defaults are for pages of unknown origin: the work of the parser is bounded by them.
struct MarkupLimits {
  int max_depth = 512;                     // blocks open at once
  std::size_t max_tags = 500'000;          // each costs the parser about 300 bytes
  std::size_t max_attributes = 1'000'000;  // of all tags; each costs the parser about 100 bytes
  std::size_t max_entities = 1'000'000;    // each is looked up among two thousand names
};

// U+10FFFD in place of a text that the parser would leave as it is. No white space, which decides
// where in a page a text goes, and it ends a character reference.
inline constexpr std::string_view kTextPlaceholder = "\xF4\x8F\xBF\xBD";

struct Placeholder {
  std::size_t place;        // of its first byte in the markup
  std::string_view source;  // what it stands for, in the page
};

// What gumbo is given, and what was set aside for it.
struct LimitedMarkup {
  std::string markup;
  std::vector<Placeholder> texts;       // each a kTextPlaceholder, in order of place
  std::vector<Placeholder> attributes;  // of a whole tag, each the attribute `~`; likewise
  std::vector<std::string> json_ld;     // contents of <script type="application/ld+json">
  std::size_t tag_count = 0;            // of the page as written
  bool is_fragment = false;             // the page has no doctype, html, head, title or body tag
};

// Takes UTF-8, of which the placeholders remain views; none are made without `use_placeholders`.
// Every element is closed where a browser closes it: `<p>a<p>b` becomes `<p>a</p><p>b`, so that a
// page with thousands of unclosed paragraphs has no depth. Comments, scripts, styles, form controls
// and vector images are dropped; formatting (`b`, `font`…) becomes a span, which parsers do not
// reopen. Attributes of a tag are dropped above 64 of them or 16 KB. Linear in the size of `html`.
// Errors: kTooDeep (more blocks open than the limit, or 16 times as many links or inline elements),
// kTooManyTags, kTooManyAttributes, kTooManyEntities.
base::Result<LimitedMarkup> limit_markup(std::string_view html, const MarkupLimits& limits,
                                         bool use_placeholders = true);

}  // namespace pressoir::extract::html
