// The words that a matcher knows, as small numbers, and texts as sequences of these numbers: what
// makes looking for thousands of names and titles one pass over a text.
//
// A Vocabulary is filled once, then read by any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

// A word of a text: a run of letters and digits; elided articles are words of their own.
struct TextWord {
  WordId id = kUnknownWord;
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
};

class Vocabulary {
 public:
  Vocabulary();

  // The number of a folded word of [a-z0-9], which is added if need be.
  WordId add(std::string_view folded);

  // Makes another spelling stand for a word, unless it is a word already.
  void add_spelling(std::string_view folded, WordId id);

  // The words of a UTF-8 text of less than 4 GiB, in any case, with or without accents.
  std::vector<TextWord> read(std::string_view text) const;

  // Words are numbered from 1 to size().
  std::size_t size() const noexcept { return count_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = kUnknownWord;
    std::string word;
  };

  WordId find(std::string_view word, std::uint32_t hash) const noexcept;
  WordId find_folded(std::string_view folded) const noexcept;
  void insert(std::string_view folded, WordId id);
  void grow();

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::size_t used_ = 0;
  WordId count_ = 0;
};

// True when the first character of the word is a capital letter.
bool is_capitalized(std::string_view text, const TextWord& word);

// True when the word is two capital letters or more and no small one.
bool is_all_capitals(std::string_view text, const TextWord& word);

}  // namespace pressoir::extract
