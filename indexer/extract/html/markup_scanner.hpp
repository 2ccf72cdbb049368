// Tokenizer of HTML: tags, text and comments in one linear pass, as section 13.2.5 of the HTML
// standard has it where it decides what is a tag. The limiter and the charset detection, which must
// look at a page before a parser may, are its callers. Not thread-safe; all views live as long as
// the text scanned.
#pragma once

#include "indexer/extract/html/tag.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace pressoir::extract::html {

constexpr bool is_html_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

// kRawText is the content of a script, style, title…; kComment also `<?xml … ?>` and other
// declarations that a browser takes for comments.
enum class TokenKind { kText, kRawText, kStartTag, kEndTag, kDoctype, kComment };

struct MarkupToken {
  TokenKind kind = TokenKind::kText;
  std::string_view source;          // the token as written, character references not decoded
  std::string_view name;            // of a tag, as written
  std::string_view attributes;      // of a tag: what follows the name, without `>` and `/>`
  std::size_t attribute_count = 0;  // duplicates counted
  Tag tag = Tag::kText;
  bool is_self_closing = false;  // ends in `/>`
};

class MarkupScanner {
 public:
  explicit MarkupScanner(std::string_view html) : html_(html) {}

  // The next token; nothing at the end. A tag that the end of the text cuts off is dropped.
  std::optional<MarkupToken> next();

 private:
  MarkupToken take(TokenKind kind, std::size_t end);
  MarkupToken scan_comment();
  std::optional<MarkupToken> scan_tag();

  std::string_view html_;
  std::size_t position_ = 0;
  MarkupToken raw_text_tag_;  // the start tag before raw text; a kText elsewhere
};

// Iterates over the attributes of one tag, which begin at `begin` of `html`, up to its `>`.
class AttributeWalk {
 public:
  explicit AttributeWalk(std::string_view html, std::size_t begin = 0)
      : html_(html), position_(begin) {}

  // Reads the next attribute; false at the end of the tag or of `html`.
  bool next() noexcept;
  // The offset in `html` after what was read.
  std::size_t position() const noexcept { return position_; }

  // Of the attribute read, as written; the value without its quotes.
  std::string_view name;
  std::string_view value;

 private:
  std::string_view html_;
  std::size_t position_;
};

// The value of an attribute in MarkupToken::attributes, as written; empty when it has none.
std::string_view attribute_in(std::string_view attributes, std::string_view name) noexcept;

}  // namespace pressoir::extract::html
