// No word of a document's text that the page does not hold.
#pragma once

#include "indexer/extract/html/decode.hpp"
#include "indexer/extract/html/html_tree.hpp"
#include "indexer/text/fold.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::fuzz {

// All text of a page without its mark-up, folded.
struct PageText {
  std::string whole;
  std::vector<std::string> runs;  // between two tags each, in order
};

inline PageText page_text_of(const std::string& bytes) {
  const auto decoded = extract::html::decode_utf8(bytes, "");
  if (!decoded) return {};
  const auto tree = extract::html::HtmlTree::parse(decoded->text, {});
  if (!tree) return {};
  PageText text{text::fold(tree->text_of(0)), {}};
  for (extract::html::NodeId node = 0; node < tree->size(); ++node) {
    if (!(*tree)[node].text.empty()) text.runs.push_back(text::fold((*tree)[node].text));
  }
  return text;
}

// True when `word` is the beginnings of `runs` put together: all of each run but the last. What is
// hidden in the midst of a word is left out of it.
inline bool continues_in(std::string_view word, std::span<const std::string> runs) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].starts_with(word)) return true;
    if (!runs[i].empty() && word.starts_with(runs[i]) &&
        continues_in(word.substr(runs[i].size()), runs.subspan(i + 1))) {
      return true;
    }
  }
  return false;
}

inline bool stands_in(std::string_view word, const PageText& page) {
  if (page.whole.find(word) != std::string_view::npos) return true;
  for (std::size_t i = 0; i < page.runs.size(); ++i) {
    for (std::size_t length = 1; length < word.size(); ++length) {
      if (page.runs[i].ends_with(word.substr(0, length)) &&
          continues_in(word.substr(length), std::span(page.runs).subspan(i + 1))) {
        return true;
      }
    }
  }
  return false;
}

// The first word of `text` that does not stand in `page`; empty when there is none. Words are
// compared folded: a mark that stands alone joins the letter before.
inline std::string invented_word(std::string_view text, const PageText& page) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    std::string word = text::fold(text.substr(0, end));
    // The mark behind a reaction of the hall now follows the word before it.
    while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
    // Between a term and its definition, a colon is put.
    if (word != ":" && !stands_in(word, page)) return word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

}  // namespace pressoir::fuzz
