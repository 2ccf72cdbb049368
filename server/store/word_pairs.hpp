// The documents in which one word stands right behind another, for the pairs of words that are
// frequent: phrases of common words are then found without reading texts. Words are folded ones.
//
// Does not change once made: any number of threads may read it. Lists of two states of an archive
// share what did not change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/store/changes.hpp"
#include "server/store/posting_list.hpp"
#include "server/store/word_sequences.hpp"
#include "server/store/word_table.hpp"

namespace pressoir::store {

class WordPairs {
 public:
  // A pair is frequent that at least one document in kFrequentShare holds, when all are read.
  static constexpr std::uint32_t kFrequentShare = 256;
  static constexpr std::uint32_t kLeastDocuments = 16;

  WordPairs() = default;

  // One pass over the words of `documents`, a state that was read whole: some 15 µs a document.
  // Which pairs may be frequent is told by a sample; one that it misses is not held, which costs
  // time only.
  WordPairs(const WordSequences& sequences, const DocumentSet& documents);

  // The pairs `before` at a later state, that of `sequences`.
  WordPairs(const WordPairs& before, const WordSequences& sequences, const Changes& changes);

  // The documents in which `second` stands right behind `first`; nothing when the pair is not held.
  // Lives as long as this.
  const PostingList* find(const WordSequences& sequences, const QueryWord& first,
                          const QueryWord& second) const;

  std::size_t size() const { return lists_.size(); }

 private:
  using Pair = std::uint64_t;  // two folded forms
  static Pair pair_of(std::uint32_t first, std::uint32_t second) {
    return Pair{first} << 32 | second;
  }
  template <typename Visit>
  void visit_pairs(const WordSequences& sequences, std::uint32_t document, Visit visit) const;
  std::vector<Pair> likely_pairs(const WordSequences& sequences, const DocumentSet& documents,
                                 std::uint64_t least) const;
  // Of a folded form, or of a word's number; nothing when the form is newer than the pairs.
  std::optional<std::uint32_t> form_of(const WordSequences& sequences,
                                       std::string_view folded) const;
  std::optional<std::uint32_t> form_of(const WordSequences& sequences, std::uint32_t word) const;

  std::shared_ptr<const std::vector<std::uint32_t>> forms_;  // WordSequences::folded_forms
  std::unordered_map<Pair, PostingList> lists_;
};

}  // namespace pressoir::store
