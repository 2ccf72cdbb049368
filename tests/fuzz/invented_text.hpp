// No word of a document's text that the page does not hold.
#pragma once

#include "indexer/extract/decode.hpp"
#include "indexer/extract/html_tree.hpp"
#include "indexer/text/fold.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace pressoir::fuzz {

// All text of the page without its mark-up, folded, as one string.
inline std::string folded_text_of(const std::string& bytes) {
  const auto decoded = extract::decode_utf8(bytes, "");
  if (!decoded) return {};
  const auto tree = extract::HtmlTree::parse(decoded->text, {});
  return tree ? text::fold(tree->text_of(0)) : std::string();
}

// The first word of `text` that does not stand in `page_text`, which folded_text_of gave; empty
// when there is none. Words are compared folded: a mark that stands alone joins the letter before.
inline std::string invented_word(std::string_view text, std::string_view page_text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    std::string word = text::fold(text.substr(0, end));
    // The mark behind a reaction of the hall now follows the word before it.
    while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
    // Between a term and its definition, a colon is put.
    if (word != ":" && page_text.find(word) == std::string_view::npos) return word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

}  // namespace pressoir::fuzz
