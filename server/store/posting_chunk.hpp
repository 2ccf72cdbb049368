// The part of a posting list that covers kChunk neighbouring document numbers, and the window in
// which several lists are scored together. Lists of two revisions share the chunks in which nothing
// changed: ten new documents copy a few chunks of each list.
//
// A chunk does not change once made: any number of threads may read it.
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

// Higher frequencies count as this one, so that one byte is enough: BM25 saturates long before.
inline constexpr std::uint32_t kMaxFrequency = std::numeric_limits<std::uint8_t>::max();

// A document that contains a term.
struct Posting {
  std::uint32_t document;
  std::uint32_t frequency;  // of the term in it; 0 counts as once
};

// Most numbers that are scored together. Their frequencies and scores, 32 KB each, stay in the
// second-level cache; smaller windows cost more for rare documents (SCALE.md, "Tried and dropped").
inline constexpr std::uint32_t kMaxWindow = 1u << 13;

// By document of a window, from its first number on. Floats, because the ranker's inner loop
// divides them eight at a time.
using Frequencies = std::array<float, kMaxWindow>;

// Neighbouring document numbers, and those among them that are to be scored.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t width = 0;  // kMaxWindow at most; none is in two chunks of a list
  // The documents to score, as offsets from `first`, ascending; at least one.
  std::span<const std::uint16_t> documents;

  // True when adding up all frequencies of the window, eight at a time, is faster than those of its
  // documents one by one.
  bool is_full() const { return documents.size() >= width / 4; }
};

// Sparse: two arrays, of numbers and of frequencies. Dense, when more than one document in
// kDenseShare contains the term: a bit and a byte for every document.
class PostingChunk {
 public:
  static constexpr std::uint32_t kChunk = 1u << 16;
  // A sparse posting takes 3 bytes, a document of a dense chunk 9 bits: at one in four they need
  // about the same memory, and dense ones are added up without branches.
  static constexpr std::uint32_t kDenseShare = 4;

  // `postings` ascending, of the documents from `first` on, which is a multiple of kChunk; `last`
  // is the highest document number of the archive.
  PostingChunk(std::uint32_t first, std::span<const Posting> postings, std::uint32_t last);

  // The chunk of the next revision: of the documents `changed`, those in `now` contain the term;
  // the others are as in `before`. Both ascending and of this chunk; `changed` includes the
  // documents of `now`. A dense chunk stays dense however few postings are left.
  PostingChunk(const PostingChunk& before, std::span<const std::uint32_t> changed,
               std::span<const Posting> now, std::uint32_t last);

  // How many documents contain the term.
  std::uint32_t size() const { return size_; }
  bool contains(std::uint32_t document) const;
  void add_to(DocumentSet& set) const;

  // Calls `visit(document, frequency)`, the smallest number first.
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

  // PostingList::Cursor::add for this chunk. `at` is the cursor's place in a sparse chunk, 0 at
  // first; windows must ascend from call to call.
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
