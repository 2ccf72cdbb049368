// Makes leaves of a query out of text, with the same analyzer as pages, so that a word of the query
// has the forms of the same word in a document.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "server/query/query.hpp"

namespace pressoir::query {

// Most phrases of several words in a query; the others are ignored. Each reads positions, which
// costs more than posting lists.
inline constexpr std::size_t kMaxQueryPhrases = 20;

inline constexpr std::size_t kLeastPrefixLetters = 3;  // of `mot*`

// True for `comment`, `combien`, `faire`…: words that make a question of a sentence and are ignored
// when the query has other words. `folded` is a folded form. Any thread.
bool is_question_word(std::string_view folded) noexcept;

// Used by one thread at a time; `analyzer` must outlive it. Reads at most `most` words in all calls
// together, then nothing.
//   WordReader reader(analyzer, kMaxQueryWords);
//   reader.words("porte-parole du gouvernement");  // (phrase or joined word), du, gouvernement
class WordReader {
 public:
  WordReader(text::Analyzer& analyzer, std::size_t most) : analyzer_(analyzer), left_(most) {}

  // Plain text: a node for each word, stop words included; `porte-parole` becomes a kEither of the
  // phrase of its parts and the joined word.
  std::vector<Query> words(std::string_view text);

  // Takes one of the words that may be read; false when there are none left. For what is parsed
  // elsewhere and costs as much as a word.
  bool take_word();

  // Each returns nothing when `text` has no word. phrase() is a kPhrase even of a single word:
  // folded, not inflected.
  std::optional<Query> phrase(std::string_view text);  // also of a single word: as it is written
  std::optional<Query> unit(std::string_view text);    // a word in any form, or a phrase
  // A single word exactly as written, accents included; a phrase of several.
  std::optional<Query> exact(std::string_view text);
  // The prefix of a word, such as `écol`; its `words` are still empty. Nothing when `text` is more
  // than a word or shorter than kLeastPrefixLetters.
  std::optional<Query> prefix(std::string_view text);

  // True when words or phrases were ignored because the limits were reached.
  bool has_left_out() const { return has_left_out_; }

 private:
  text::Analyzer& analyzer_;
  std::size_t left_;
  std::size_t phrases_left_ = kMaxQueryPhrases;
  bool has_left_out_ = false;
};

}  // namespace pressoir::query
