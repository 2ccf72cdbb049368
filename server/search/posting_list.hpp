// The documents that hold a term and how often each does, decoded from the index: what matching
// and ranking walk instead of Xapian's compressed lists.
//
// Does not change once made: any number of threads may read it.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index/readable_index.hpp"
#include "server/search/document_set.hpp"

namespace pressoir::search {

// Frequencies above this count as this: BM25 is flat long before.
inline constexpr std::uint32_t kMaxFrequency = std::numeric_limits<std::uint8_t>::max();

// Rare terms are two arrays, of numbers and of frequencies; terms that more than one document in
// kDenseShare holds are a bit and a byte for every document of the archive.
class PostingList {
 public:
  static constexpr std::uint32_t kDenseShare = 4;

  PostingList() = default;

  // The list of `term`, which may be in no document; `last` is the highest document number. Throws
  // what Xapian throws.
  PostingList(const index::ReadableIndex& index, const std::string& term, std::uint32_t last);

  // Every document of a set, once each.
  explicit PostingList(const DocumentSet& documents);

  // In how many documents the term is.
  std::uint32_t size() const { return size_; }
  bool is_dense() const { return dense_.has_value(); }
  std::size_t bytes() const;  // of memory, for figures

  void add_to(DocumentSet& set) const;

  // Calls `visit(document, frequency)`, the smallest number first.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    if (dense_) {
      dense_->for_each([&](std::uint32_t number) { visit(number, frequencies_[number]); });
    } else {
      for (std::size_t i = 0; i < numbers_.size(); ++i) visit(numbers_[i], frequencies_[i]);
    }
  }

  // How often each document of a block holds something; see DocumentSet::kBlock.
  using Frequencies = std::array<float, DocumentSet::kBlock>;

  // Walks a list block by block, upwards.
  class Cursor {
   public:
    // The list must outlive the cursor.
    explicit Cursor(const PostingList& list) : list_(&list) {}

    // Adds to `sums` the frequencies of the documents of block `block`, of `wanted` at least. False
    // when there are none to add. `block` is greater than that of the call before.
    bool add(std::size_t block, std::uint64_t wanted, Frequencies& sums);

   private:
    bool add_dense(std::size_t block, std::uint64_t wanted, Frequencies& sums) const;

    const PostingList* list_;
    std::size_t at_ = 0;  // the first posting that was not passed
  };

 private:
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> numbers_;     // of a rare term, ascending
  std::optional<DocumentSet> dense_;       // of a frequent term
  std::vector<std::uint8_t> frequencies_;  // by posting; of a frequent term by document
};

}  // namespace pressoir::search
