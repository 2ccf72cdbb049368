// The documents in which one word directly follows another, for the frequent pairs of folded words:
// a phrase of common words (`pouvoir d’achat`) is then answered from two or three posting lists
// instead of the sequences of all documents that contain its words.
//
// Does not change once made: any number of threads may read it. Two revisions share the lists in
// which nothing changed.
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
  // A pair is kept that at least one document in kFrequentShare contains, and at least
  // kLeastDocuments, when everything is read.
  static constexpr std::uint32_t kFrequentShare = 256;
  static constexpr std::uint32_t kLeastDocuments = 16;

  WordPairs() = default;

  // One pass over the words of `documents`, a revision that was read whole: some 15 µs a document.
  // A sample decides which pairs may be frequent; one that it misses is not kept, which costs time,
  // not results.
  WordPairs(const WordSequences& sequences, const DocumentSet& documents);

  // The pairs of the revision after `before`, whose sequences are `sequences`. No pair is added or
  // dropped until everything is read again.
  WordPairs(const WordPairs& before, const WordSequences& sequences, const Changes& changes);

  // The documents in which `second` directly follows `first`; null when the pair is not kept,
  // whatever the number of its documents. Valid as long as this.
  const PostingList* find(const WordSequences& sequences, const QueryWord& first,
                          const QueryWord& second) const;

  std::size_t size() const { return lists_.size(); }

 private:
  // Two numbers of folded forms, the first in the upper half.
  using Pair = std::uint64_t;  // two folded forms
  static Pair pair_of(std::uint32_t first, std::uint32_t second) {
    return Pair{first} << 32 | second;
  }
  template <typename Visit>
  void visit_pairs(const WordSequences& sequences, std::uint32_t document, Visit visit) const;
  std::vector<Pair> likely_pairs(const WordSequences& sequences, const DocumentSet& documents,
                                 std::uint64_t least) const;
  // The number of a folded form, given as text or by a word's id; nothing when it is newer than the
  // pairs.
  std::optional<std::uint32_t> form_of(const WordSequences& sequences,
                                       std::string_view folded) const;
  std::optional<std::uint32_t> form_of(const WordSequences& sequences, std::uint32_t word) const;

  std::shared_ptr<const std::vector<std::uint32_t>> forms_;  // WordSequences::folded_forms
  std::unordered_map<Pair, PostingList> lists_;
};

}  // namespace pressoir::store
