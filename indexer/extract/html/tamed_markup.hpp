// Mark-up made harmless for a parser that recurses over depth and is quadratic on misnested tags
// (gumbo 0.10): the same text in the same blocks, with every element closed where a browser would
// close it. May be called from any thread.
#pragma once

#include "indexer/base/error.hpp"
#include "indexer/extract/html/stand_ins.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::html {

struct MarkupLimits {
  int max_depth = 512;                     // blocks open at once
  std::size_t max_tags = 500'000;          // each costs the parser about 300 bytes
  std::size_t max_attributes = 1'000'000;  // of all tags; each costs the parser about 100 bytes
  std::size_t max_entities = 1'000'000;    // each is looked up among two thousand names
};

struct TamedMarkup {
  std::string html;
  std::vector<PlainPart> plain;      // parts of `html` that a parser need not look at
  std::vector<std::string> json_ld;  // contents of <script type="application/ld+json">
  std::size_t tag_count = 0;         // of the page as it was written
  bool is_fragment = false;          // the page has no doctype, html, head, title or body tag
};

// Takes UTF-8. Comments, scripts, styles, form controls and vector images are left out; elements of
// formatting (`b`, `font`…) become spans, which nothing reopens. Formatting that is never closed,
// as old pages have it by the thousand, costs no depth. Time is linear in the size of `html`.
// kTooDeep: more blocks open at once than the limit, or 16 times as many tags of formatting;
// kTooManyTags, kTooManyAttributes, kTooManyEntities: more of them than the limit. The attributes
// of a tag that has more than 64 are left out.
base::Result<TamedMarkup> tame_markup(std::string_view html, const MarkupLimits& limits);

}  // namespace pressoir::extract::html
