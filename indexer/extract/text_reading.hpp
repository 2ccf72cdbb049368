// A text with its words, as the matchers of names and offices look at it. Refers to the text; does
// not change once made.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/extract/vocabulary.hpp"

namespace pressoir::extract {

// What stands between two words, or around the first and the last.
enum class Gap { kSpace, kApostrophe, kHyphen, kComma, kStop, kLine };

class TextReading {
 public:
  TextReading(const Vocabulary& vocabulary, std::string_view text)
      : text_(text), words_(vocabulary.read(text)) {}

  std::string_view text() const noexcept { return text_; }
  std::size_t size() const noexcept { return words_.size(); }

  // The number of a word; kUnknownWord beyond the ends, so that `at - 1` of the first word may be
  // asked.
  WordId id(std::size_t at) const noexcept {
    return at < words_.size() ? words_[at].id : kUnknownWord;
  }
  const TextWord& word(std::size_t at) const { return words_[at]; }

  bool is_capitalized(std::size_t at) const {
    return at < words_.size() && extract::is_capitalized(text_, words_[at]);
  }
  bool is_all_capitals(std::size_t at) const {
    return at < words_.size() && extract::is_all_capitals(text_, words_[at]);
  }

  // What follows a word; kLine after the last.
  Gap gap_after(std::size_t at) const;
  std::string_view bytes_after(std::size_t at) const;

  // True when the words `at` and `at + 1` may belong to one name or title.
  bool is_joined(std::size_t at) const {
    const Gap gap = gap_after(at);
    return gap == Gap::kSpace || gap == Gap::kApostrophe || gap == Gap::kHyphen;
  }

  // True when nothing but punctuation stands before the word on its line.
  bool starts_line(std::size_t at) const { return at == 0 || gap_after(at - 1) == Gap::kLine; }

 private:
  std::string_view text_;
  std::vector<TextWord> words_;
};

}  // namespace pressoir::extract
