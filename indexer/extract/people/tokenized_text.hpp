// A text cut into tokens as the matchers of names and offices need them: each token has the number
// of its word and its place, and what stands between two tokens decides whether they belong
// together. This is not the tokenizer of the index (text::Analyzer): nothing is stemmed, articles
// are tokens (`l’économie` is two), and capitals count.
//
// A TokenizedText refers to the text, which must outlive it; it does not change once made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/people/word_ids.hpp"

namespace pressoir::extract::people {

// A run of letters and digits.
struct TextToken {
  WordId id = kUnknownWord;
  std::uint32_t begin = 0;  // bytes in the text
  std::uint32_t end = 0;
};

// What stands between two tokens, or around the first and the last. Ordered: what is at most
// kHyphen joins two tokens, what is at least kStop ends a phrase.
enum class Gap { kSpace, kApostrophe, kHyphen, kComma, kStop, kLine };

class TokenizedText {
 public:
  // `text` is UTF-8 of less than 4 GiB, in any case, with or without accents.
  TokenizedText(const WordIds& word_ids, std::string_view text);

  std::string_view text() const noexcept { return text_; }
  std::size_t size() const noexcept { return tokens_.size(); }

  // The number of a token's word; kUnknownWord beyond the ends, so that `at - 1` of the first token
  // may be given.
  WordId id(std::size_t at) const noexcept {
    return at < tokens_.size() ? tokens_[at].id : kUnknownWord;
  }
  const TextToken& token(std::size_t at) const { return tokens_[at]; }

  // True when the first character of the token is a capital letter; false beyond the ends.
  bool is_capitalized(std::size_t at) const;
  // True when the token is two capital letters or more and no small one; false beyond the ends.
  bool is_all_capitals(std::size_t at) const;

  // What follows a token; kLine after the last.
  Gap gap_after(std::size_t at) const;
  std::string_view bytes_after(std::size_t at) const;

  // True when the tokens `at` and `at + 1` may belong to one name or title.
  bool is_joined(std::size_t at) const { return gap_after(at) <= Gap::kHyphen; }

  // True when nothing but punctuation stands before the token on its line.
  bool starts_line(std::size_t at) const { return at == 0 || gap_after(at - 1) == Gap::kLine; }

 private:
  std::string_view text_;
  std::vector<TextToken> tokens_;
};

}  // namespace pressoir::extract::people
