// Short texts (titles, names) found by the beginnings of their words, in any order of the words.
//
// Does not change once made: any number of threads may read it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/vocabulary.hpp"

namespace pressoir::search {

// A word as it was typed, folded. The last one is being typed, and so may be the beginning of any
// word; so may those before it from kLeastBeginning letters on; shorter ones are whole.
struct TypedWord {
  std::string folded;
  bool is_unfinished = false;
};

inline constexpr std::size_t kLeastBeginning = 3;
// Words from this length on may hold a typing error, unless they hold a digit.
inline constexpr std::size_t kLeastMistyped = 4;
// More words are not read.
inline constexpr std::size_t kMaxTypedWords = 8;

// True for a word that may hold a typing error.
bool may_be_mistyped(std::string_view word) noexcept;

class PhraseIndex {
 public:
  // The words of all phrases in ascending order, each with the numbers of the phrases that hold it.
  struct WordPostings {
    std::string word;
    std::vector<std::uint32_t> phrases;
  };

  PhraseIndex() = default;
  // Phrases are numbered from 0 to `phrases` - 1, the best first.
  PhraseIndex(const std::vector<WordPostings>& words, std::uint32_t phrases);

  // Which words of the index each typed word may stand for: bit i of a word's mark is typed word i.
  struct Marks {
    std::vector<std::uint8_t> of_word;
    std::uint8_t all = 0;  // the bits of all typed words
    bool can_match = true;
  };

  enum class Errors { kNone, kOneInAWord };
  // Of at most kMaxTypedWords words; kOneInAWord allows each a typing error.
  Marks mark(std::span<const TypedWord> typed, Errors errors) const;

  // The first `limit` phrases that hold all the words, best first. One pass over the phrases at
  // most: about 1 ms for 100,000 titles.
  std::vector<std::uint32_t> find(const Marks& marks, std::size_t limit) const;

  // The typed words, as bits, that a word may stand for; 0 when the index does not hold it.
  std::uint8_t marks_of(const Marks& marks, std::string_view word) const;

  std::size_t bytes() const;

 private:
  Vocabulary vocabulary_;
  std::vector<std::uint32_t> ends_;   // of each phrase in words_
  std::vector<std::uint32_t> words_;  // the words of the phrases, by their place in vocabulary_
};

}  // namespace pressoir::search
