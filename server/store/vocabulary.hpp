// A sorted list of folded words with their document frequencies, searched by prefix and with typing
// errors: what completes prefixes, corrects spelling and suggests.
//
// Does not change once made: any number of threads may read it. Words are compared as bytes: folded
// French is ASCII; a letter of another script counts as two or three. Views live as long as the
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
  // The words [begin, end) by their places in the list, which are their ranks in byte order.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Range&) const = default;
  };

  // A word that is near another.
  struct Neighbour {
    std::uint32_t word = 0;
    std::uint32_t edits = 0;
  };

  Vocabulary() = default;

  // The words of an archive's texts and titles, each with the spelling that most documents use.
  // `words` sorted; both of one revision that was read whole.
  Vocabulary(const std::vector<WordCount>& words, const Spellings& spellings);

  // The vocabulary of the next revision, in which a word is in `differences` more documents, or in
  // fewer if negative. A word that no document contains any more is left out. Reads the frequencies
  // of the spellings of these words. Throws what Xapian throws.
  using Differences = std::map<std::string, std::int32_t, std::less<>>;
  Vocabulary(const Vocabulary& before, const Differences& differences, const Spellings& spellings,
             const index::ReadableIndex& index);

  // Appends a word, which must be greater than the last one. Words over text::kMaxTermBytes, which
  // no index contains, are ignored.
  void append(std::string_view word, std::uint32_t documents);

  std::uint32_t size() const { return static_cast<std::uint32_t>(documents_.size()); }
  std::string_view word(std::uint32_t place) const;
  // The document frequency of a word.
  std::uint32_t documents(std::uint32_t place) const { return documents_[place]; }
  // The document frequency of the most frequent word.
  std::uint32_t most_documents() const { return most_documents_; }
  // The spelling that most documents use: `économie` for `economie`.
  std::string_view written(std::uint32_t place) const;

  // The place of a word, in logarithmic time.
  std::optional<std::uint32_t> find(std::string_view word) const;
  // The words with this prefix, the word itself included; an empty range when there are none.
  Range completions(std::string_view prefix) const;

  // The words at 1 to `max_edits` edits (2 at most) from `word`: insertions, deletions,
  // replacements and swaps of neighbouring letters (optimal string alignment). Fewest edits first,
  // then those with the same first letter, then the most frequent.
  //   nearest("competitivtie", 1)  // competitivite: one swap
  std::vector<Neighbour> nearest(std::string_view word, std::uint32_t max_edits) const;

  // The words with a prefix at most one edit from `prefix`, as ranges that ascend and do not
  // overlap.
  std::vector<Range> completions_with_error(std::string_view prefix) const;

 private:
  void append_run(const Vocabulary& before, Range places);
  // Calls `visit(places, edits)` for each word within reach or, with `by_prefix`, each range of
  // words with a prefix within reach.
  template <typename Visit>
  void walk(std::string_view pattern, std::uint32_t max_edits, bool by_prefix, Visit visit) const;
  // The number of words for which `is_before` is true; these must come first.
  template <typename IsBefore>
  std::uint32_t first_not(IsBefore is_before) const;
  // The first place after `place` whose word does not share its first `depth` bytes.
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
