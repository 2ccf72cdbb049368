// The words of one document in their order, as its value slot kWordsSlot stores them: what phrases,
// NEAR and proximity read in the place of Xapian's position lists. It knows of no other document,
// so that merging indexes leaves it as it is.
//
//   stream  = number of words, bytes of the packed words, words packed by zstd, tokens
//   word    = shared, rest, letters: what it begins with like the one before, and what follows.
//             The two lengths take a byte where they are small.
//   token   = rank + 1, at the position behind the token before
//           | 0, 2n, rank + 1: n positions before the token before, which stays the one before
//           | 0, 2n + 1, rank + 1: n positions further on than the one behind the token before
//
// All numbers are in base 128, low bits first. A word is an exact form, of which the others are
// functions (text::Analyzer::forms_of); its rank is its place in the list, which has the most
// frequent words first, so that most tokens take one byte; those and the others are sorted, each
// for themselves. The first position is 1. Positions are
// those of schema.hpp.
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

#include "indexer/text/analyzer.hpp"

namespace pressoir::index {

// Makes the stream of a document. Used by one thread at a time; may be used again after take().
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
  // Takes numbers and bytes off the front of what is left; after the first damage, none are left.
  class Cursor {
   public:
    explicit Cursor(std::string_view bytes) : left_(bytes) {}
    bool at_end() const { return left_.empty(); }
    bool ok() const { return ok_; }
    std::string_view left() const { return left_; }
    std::uint32_t number() {
      if (!left_.empty() && static_cast<signed char>(left_.front()) >= 0) {
        const auto value = static_cast<std::uint32_t>(left_.front());
        left_.remove_prefix(1);
        return value;
      }
      return long_number();
    }
    std::string_view bytes(std::size_t count);
    std::uint32_t fail();

   private:
    std::uint32_t long_number();
    std::string_view left_;
    bool ok_ = true;
  };
  // One word behind another.
  struct WordBuffer {
    std::array<char, text::kMaxTermBytes> exact;
    std::size_t bytes = 0;
  };
  static bool read_word(Cursor& in, WordBuffer& word);

  std::uint32_t distinct_ = 0;
  std::string words_;
  std::string_view tokens_;
};

template <typename Visit>
bool WordStreamReader::for_each_word(Visit visit) const {
  Cursor in(words_);
  WordBuffer word;
  for (std::uint32_t rank = 0; rank < distinct_; ++rank) {
    if (!read_word(in, word)) return false;
    visit(rank, std::string_view(word.exact.data(), word.bytes));
  }
  return in.at_end();
}

template <typename Visit>
bool WordStreamReader::for_each_token(Visit visit) const {
  Cursor in(tokens_);
  std::uint32_t last = 0;
  while (!in.at_end()) {
    std::uint32_t position = last + 1;
    std::uint32_t code = in.number();
    if (code == 0) {
      const std::uint32_t step = in.number();
      const bool is_ahead = (step & 1) != 0;
      position = is_ahead ? position + (step >> 1) : last - (step >> 1);
      if (is_ahead ? position <= last : position > last) return false;
      if (is_ahead) last = position;
      code = in.number();
    } else {
      last = position;
    }
    if (!in.ok() || position == 0 || code == 0 || code > distinct_) return false;
    visit(position, code - 1);
  }
  return in.ok();
}

}  // namespace pressoir::index
