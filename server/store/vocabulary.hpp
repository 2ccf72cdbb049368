// A sorted list of folded words that is searched by beginning and with typing errors.
//
// Does not change once made: any number of threads may read it. Words are compared as bytes: folded
// French is ASCII, and of other scripts a letter counts as two or three. Views live as long as the
// Vocabulary.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/readable_index.hpp"
#include "server/store/spellings.hpp"
#include "server/store/word_sequences.hpp"

namespace pressoir::store {

class Vocabulary {
 public:
  // The words [begin, end), by their place in the list.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Range&) const = default;
  };

  struct Neighbour {
    std::uint32_t word = 0;
    std::uint32_t edits = 0;
  };

  Vocabulary() = default;

  // The words of an archive's texts and titles, with the form in which most documents write each;
  // both of one state that was read whole.
  Vocabulary(const std::vector<WordCount>& words, const Spellings& spellings);

  // The vocabulary `before` at the state of `index`, in which `differences` more documents hold
  // each of these words, or fewer. Reads how these are written. Throws what Xapian throws.
  using Differences = std::map<std::string, std::int32_t, std::less<>>;
  Vocabulary(const Vocabulary& before, const Differences& differences, const Spellings& spellings,
             const index::ReadableIndex& index);

  // Adds a word behind all others: `word` must be greater than the last one. Words over
  // text::kMaxTermBytes, which no index holds, are passed over.
  void append(std::string_view word, std::uint32_t documents);

  std::uint32_t size() const { return static_cast<std::uint32_t>(documents_.size()); }
  std::string_view word(std::uint32_t place) const;
  // Number of documents that hold the word.
  std::uint32_t documents(std::uint32_t place) const { return documents_[place]; }
  // Of the most frequent word.
  std::uint32_t most_documents() const { return most_documents_; }
  // The word with the accents it is most often written with: `économie` of `economie`.
  std::string_view written(std::uint32_t place) const;

  std::optional<std::uint32_t> find(std::string_view word) const;
  // The words that begin with `prefix`.
  Range completions(std::string_view prefix) const;

  // The words at 1 to `max_edits` (at most 2) edits from `word`: insertions, deletions,
  // replacements and swaps of neighbours (optimal string alignment). Fewest edits first, then those
  // that keep the first letter, then the most frequent.
  std::vector<Neighbour> nearest(std::string_view word, std::uint32_t max_edits) const;

  // The words of which a beginning is at most one edit from `prefix`, in ranges that follow each
  // other.
  std::vector<Range> completions_with_error(std::string_view prefix) const;

 private:
  void append_run(const Vocabulary& before, Range places);
  // Calls `visit(places, edits)` for words, or with `by_prefix` for ranges of words, within reach.
  template <typename Visit>
  void walk(std::string_view pattern, std::uint32_t max_edits, bool by_prefix, Visit visit) const;
  // The number of words that are before, all of which stand in front of the others.
  template <typename IsBefore>
  std::uint32_t first_not(IsBefore is_before) const;
  // The first place behind `place` whose word does not share its first `depth` bytes.
  std::uint32_t skip(std::uint32_t place, std::size_t depth) const;

  std::string letters_;                   // of all words
  std::vector<std::uint32_t> ends_;       // of each word in letters_
  std::vector<std::uint8_t> shared_;      // bytes that a word begins with like the one before
  std::vector<std::uint32_t> documents_;  // one for each word
  std::uint32_t most_documents_ = 0;
  struct Written {
    std::uint32_t word = 0;
    std::string text;
  };
  std::vector<Written> written_;  // by word; only those that differ from the folded form
};

}  // namespace pressoir::store
