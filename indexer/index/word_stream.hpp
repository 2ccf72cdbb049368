// The word stream of a document: its words in their order, as the value slot kWordsSlot stores
// them. Phrases, NEAR and proximity read it in place of Xapian's position lists. It refers to no
// other document, so that merging copies it.
//
//   stream  = number of words, bytes of the packed words, words packed by zstd, tokens
//   word    = shared, rest, letters: what it begins with like the one before, and what follows.
//             The two lengths take a byte where they are small.
//   token   = rank + 1, at the position behind the token before
//           | 0, 2n, rank + 1: n positions before the token before, which stays the one before
//           | 0, 2n + 1, rank + 1: n positions further on than the one behind the token before
//
// All numbers are varints (indexer/base/bytes.hpp). A word is an exact form; its rank is its place
// in the list, which begins with the most frequent words, so that most tokens take one byte; these
// and the others are sorted by bytes, each part on its own. The first position is 1; schema.hpp
// says which positions title, text and labels have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/bytes.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {

// Builds the stream of a document. Used by one thread at a time; may be used again after take().
class WordStreamWriter {
 public:
  struct Word {
    std::string_view exact;  // lives until take()
    std::uint32_t tokens = 0;
  };

  // Returns the number of the word, from 0 in the order in which words are met. `position` is at
  // least 1 and below 2^31; the exact form has 1 to text::kMaxTermBytes bytes.
  std::uint32_t add(std::uint32_t position, std::string_view exact);

  // The words of what was added since the last call of take(), by their numbers.
  std::span<const Word> words() const { return words_; }

  // The stream of what was added since the last call; empty without words.
  std::string take();

 private:
  struct Token {
    std::uint32_t position;
    std::uint32_t word;
  };

  // The numbers of the words in the order of their ranks.
  std::vector<std::uint32_t> rank() const;
  std::string encode_words(const std::vector<std::uint32_t>& by_rank) const;
  void encode_tokens(const std::vector<std::uint32_t>& by_rank, std::string& out) const;

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Word> words_;
  std::vector<Token> tokens_;
  std::string key_;
};

// Reads a stream, which must outlive it. Whatever the bytes are, nothing beyond them is read and no
// rank reaches distinct(). Any thread.
class WordStreamReader {
 public:
  // Nothing when the bytes cannot be a stream. Empty bytes are one without words.
  static std::optional<WordStreamReader> open(std::string_view stream);

  // The number of words: ranks are smaller.
  std::uint32_t distinct() const { return distinct_; }

  // Calls `visit(rank, exact)` for each word, in the order of the ranks. The view lives until it
  // returns. False when the bytes are damaged; what came before was visited.
  template <typename Visit>
  bool for_each_word(Visit visit) const;

  // Calls `visit(position, rank)` for each token in the order of the text; a compound comes behind
  // its parts. False when the bytes are damaged.
  template <typename Visit>
  bool for_each_token(Visit visit) const;

 private:
  // One word behind another.
  struct WordBuffer {
    std::array<char, text::kMaxTermBytes> exact;
    std::size_t bytes = 0;
  };
  static bool read_word(base::VarintReader& in, WordBuffer& word);

  std::uint32_t distinct_ = 0;
  std::string words_;
  std::string_view tokens_;
};

template <typename Visit>
bool WordStreamReader::for_each_word(Visit visit) const {
  base::VarintReader in(words_);
  WordBuffer word;
  for (std::uint32_t rank = 0; rank < distinct_; ++rank) {
    if (!read_word(in, word)) return false;
    visit(rank, std::string_view(word.exact.data(), word.bytes));
  }
  return in.at_end();
}

template <typename Visit>
bool WordStreamReader::for_each_token(Visit visit) const {
  base::VarintReader in(tokens_);
  std::uint32_t last = 0;
  while (!in.at_end()) {
    std::uint32_t position = last + 1;
    std::uint32_t code = in.number32();
    if (code == 0) {
      const std::uint32_t step = in.number32();
      const bool is_ahead = (step & 1) != 0;
      position = is_ahead ? position + (step >> 1) : last - (step >> 1);
      if (is_ahead ? position <= last : position > last) return false;
      if (is_ahead) last = position;
      code = in.number32();
    } else {
      last = position;
    }
    if (!in.ok() || position == 0 || code == 0 || code > distinct_) return false;
    visit(position, code - 1);
  }
  return in.ok();
}

}  // namespace pressoir::index
