// HTML cut into tags, text and the rest, in one linear pass: what has to be known of a page before
// a parser may be trusted with it. Not thread-safe; the views of its tokens live as long as the
// text scanned.
#pragma once

#include "indexer/extract/html/tag.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace pressoir::extract::html {

enum class TokenKind {
  kText,     // text between tags, character references not yet read
  kRawText,  // the content of a script, style, title…
  kStartTag,
  kEndTag,
  kDoctype,
  kComment,  // also `<?xml … ?>` and whatever else a browser takes for one
};

struct MarkupToken {
  TokenKind kind = TokenKind::kText;
  std::string_view source;          // the token as it is written
  std::string_view name;            // of a tag, as it is written
  std::string_view attributes;      // of a start tag: what follows the name, without `>` and `/>`
  std::size_t attribute_count = 0;  // an upper bound
  Tag tag = Tag::kText;
  bool is_self_closing = false;  // ends in `/>`
};

// Follows the tokenizer of the HTML standard (section 13.2.5) where it decides what is a tag.
class MarkupScanner {
 public:
  explicit MarkupScanner(std::string_view html) : html_(html) {}

  // The next token; nothing at the end. A tag that the text ends in is left out.
  std::optional<MarkupToken> next();

 private:
  MarkupToken take(TokenKind kind, std::size_t end);
  MarkupToken scan_raw_text();
  MarkupToken scan_comment();
  std::optional<MarkupToken> scan_tag();

  std::string_view html_;
  std::size_t position_ = 0;
  Tag raw_text_ = Tag::kText;       // the element whose raw text comes next, if any
  std::string_view raw_text_name_;  // its name
};

// Walks over the attributes of one tag, which begin at `begin` of `html`, to its `>`.
class AttributeWalk {
 public:
  explicit AttributeWalk(std::string_view html, std::size_t begin = 0)
      : html_(html), position_(begin) {}

  // Reads the next attribute; false at the end of the tag or of `html`.
  bool next() noexcept;
  // Behind what was read.
  std::size_t position() const noexcept { return position_; }

  // Of the attribute read, as they are written; the value without its quotes.
  std::string_view name;
  std::string_view value;

 private:
  void read_value() noexcept;

  std::string_view html_;
  std::size_t position_;
};

// The value of an attribute in MarkupToken::attributes, as written; empty when it has none.
std::string_view attribute_in(std::string_view attributes, std::string_view name) noexcept;

}  // namespace pressoir::extract::html
