// Makes leaves of a query out of text, by the same analyzer as pages.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "server/query/query.hpp"

namespace pressoir::query {

// Phrases of several words, whose positions are read; those behind are not.
inline constexpr std::size_t kMaxQueryPhrases = 20;

inline constexpr std::size_t kLeastPrefixLetters = 3;  // of `mot*`

// `comment`, `combien`, `faire`…: left out of what a query asks for when it has other words.
// `folded` is a folded word. Any thread.
bool is_question_word(std::string_view folded) noexcept;

// Used by one thread at a time; `analyzer` must outlive it. Reads `most` words in all, then
// nothing.
class WordReader {
 public:
  WordReader(text::Analyzer& analyzer, std::size_t most) : analyzer_(analyzer), left_(most) {}

  // Plain text: a node for each word; `porte-parole` gives the phrase of its parts or the joined
  // word.
  std::vector<Query> words(std::string_view text);

  // Counts one of the words that may be read; false when there are none left. For what is read
  // elsewhere and costs as much as a word.
  bool take_word();

  // Each gives nothing when there is no word in `text`.
  std::optional<Query> phrase(std::string_view text);  // also of a single word: as it is written
  std::optional<Query> unit(std::string_view text);    // a word in any form, or a phrase
  std::optional<Query> exact(std::string_view text);
  // Of `l’écol`, the beginning of a word: `words` is still to be filled. Nothing when it is none,
  // or shorter than kLeastPrefixLetters.
  std::optional<Query> prefix(std::string_view text);

  bool has_left_out() const { return has_left_out_; }

 private:
  text::Analyzer& analyzer_;
  std::size_t left_;
  std::size_t phrases_left_ = kMaxQueryPhrases;
  bool has_left_out_ = false;
};

}  // namespace pressoir::query
