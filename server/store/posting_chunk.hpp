// The part of a posting list that is within kChunk neighbouring document numbers. Lists of two
// states of an archive share the chunks in which nothing changed.
//
// Does not change once made: any number of threads may read it.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "server/store/document_set.hpp"

namespace pressoir::store {

// Frequencies above this count as this: BM25 is flat long before.
inline constexpr std::uint32_t kMaxFrequency = std::numeric_limits<std::uint8_t>::max();

struct Posting {
  std::uint32_t document;
  std::uint32_t frequency;  // how often it holds the term; 0 counts as once
};

// So many neighbouring numbers are scored together at most: all that they need stays near the
// processor.
inline constexpr std::uint32_t kMaxWindow = 1u << 13;

// How often each of them holds something.
using Frequencies = std::array<float, kMaxWindow>;

// Some neighbouring numbers, of some of which it is asked.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t width = 0;  // kMaxWindow at most; none is in two chunks of a list
  // From `first` on, ascending, at least one.
  std::span<const std::uint16_t> documents;

  // True when it costs less to answer for all.
  bool is_full() const { return documents.size() >= width / 4; }
};

// Two arrays, of numbers and of frequencies; when more than one document in kDenseShare holds the
// term, a bit and a byte for every document.
class PostingChunk {
 public:
  static constexpr std::uint32_t kChunk = 1u << 16;
  static constexpr std::uint32_t kDenseShare = 4;

  // `postings` ascending, of the documents from `first` on, a multiple of kChunk; `last` is the
  // highest document number of the archive.
  PostingChunk(std::uint32_t first, std::span<const Posting> postings, std::uint32_t last);

  // The documents `changed` hold the term as `now` says and no more, the others as before. Both are
  // ascending and of this chunk, and `changed` has all documents of `now`.
  PostingChunk(const PostingChunk& before, std::span<const std::uint32_t> changed,
               std::span<const Posting> now, std::uint32_t last);

  std::uint32_t size() const { return size_; }
  bool contains(std::uint32_t document) const;
  void add_to(DocumentSet& set) const;

  template <typename Visit>
  void for_each(Visit&& visit) const {
    if (bits_.empty()) {
      for (std::size_t i = 0; i < numbers_.size(); ++i)
        visit(first_ + numbers_[i], frequencies_[i]);
      return;
    }
    for (std::size_t block = 0; block < bits_.size(); ++block) {
      for (std::uint64_t left = bits_[block]; left != 0; left &= left - 1) {
        const std::size_t i =
            block * DocumentSet::kBlock + static_cast<std::size_t>(std::countr_zero(left));
        visit(first_ + static_cast<std::uint32_t>(i), frequencies_[i]);
      }
    }
  }

  // PostingList::Cursor::add within this chunk: `at` is the cursor's place, 0 at first.
  bool add(const Window& window, std::size_t& at, Frequencies& sums) const;

 private:
  void add_dense(const Window& window, Frequencies& sums) const;
  std::size_t skip(std::size_t at, std::uint32_t wanted) const;
  void fill(std::span<const Posting> postings, std::uint32_t last);
  void patch_dense(std::span<const std::uint32_t> changed, std::span<const Posting> now,
                   std::uint32_t last);
  void set(const Posting& posting);

  std::uint32_t first_;
  std::uint32_t size_ = 0;
  std::vector<std::uint16_t> numbers_;     // of a rare term, from first_ on, ascending
  std::vector<std::uint64_t> bits_;        // of a frequent term
  std::vector<std::uint8_t> frequencies_;  // by posting; of a frequent term by document
};

}  // namespace pressoir::store
