// Sets of documents by Xapian's numbers: what matching combines and what facets count in.
// DocumentSet has a bit for every number of the archive, DocumentList the faster of a set and a
// list. Both are plain values without locks: reading from several threads is safe, changing is not.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Before a function without intrinsics that gains from wide SIMD: it is compiled twice, and the
// program chooses the version with AVX2 where the processor has it. Both give the same results to
// the bit, since no multiply-add is fused. Sanitizers instrument the choice itself, which runs
// before they are initialised: none is made then. Only g++ clones functions so.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PRESSOIR_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define PRESSOIR_WIDE
#endif

namespace pressoir::store {

// A set of the numbers 0 to the last one it was made for: 125 KB for a million documents. Every
// operation on whole sets is one pass over these.
//   DocumentSet both = matches;
//   both &= filter;
//   both.for_each([&](std::uint32_t document) { … });
class DocumentSet {
 public:
  // Numbers are handled in blocks of as many as a 64-bit word has bits: block i has the numbers
  // from i * kBlock on. Arrays by document that are scored in blocks are rounded up to whole ones.
  static constexpr std::uint32_t kBlock = 64;

  // An empty set of the numbers 0 to `last`.
  explicit DocumentSet(std::uint32_t last) : blocks_(last / kBlock + 1) {}

  // An empty set that can take the same numbers.
  DocumentSet empty_like() const {
    return DocumentSet(static_cast<std::uint32_t>(blocks_.size() * kBlock - 1));
  }

  // The bits of each block; bit 0 is that of the block's first number.
  std::span<const std::uint64_t> blocks() const { return blocks_; }

  bool empty() const {
    for (const std::uint64_t block : blocks_) {
      if (block != 0) return false;
    }
    return true;
  }

  // `number` must not exceed the last number of the set; this is not checked.
  void add(std::uint32_t number) { blocks_[number / kBlock] |= bit(number); }
  // False for numbers after the last one.
  bool contains(std::uint32_t number) const {
    return number / kBlock < blocks_.size() && (blocks_[number / kBlock] & bit(number)) != 0;
  }
  // Counts the bits: a pass over the blocks. Keep the result when it is needed twice.
  std::uint64_t size() const;

  // Adds the numbers of the blocks from block number `first` on, as blocks() has them; those after
  // the end of this set are ignored.
  void add_blocks(std::size_t first, std::span<const std::uint64_t> blocks) {
    const std::size_t end = blocks_.size() < first ? 0 : blocks_.size() - first;
    for (std::size_t i = 0; i < blocks.size() && i < end; ++i) blocks_[first + i] |= blocks[i];
  }

  void remove(std::uint32_t number) { blocks_[number / kBlock] &= ~bit(number); }

  // Grows to the size of `other`. An intersection and a difference keep the size of this set, and
  // what only one of the sets has room for counts as absent from the other.
  DocumentSet& operator|=(const DocumentSet& other);
  DocumentSet& operator&=(const DocumentSet& other) {
    const std::size_t both = std::min(blocks_.size(), other.blocks_.size());
    for (std::size_t i = 0; i < both; ++i) blocks_[i] &= other.blocks_[i];
    std::fill(blocks_.begin() + static_cast<std::ptrdiff_t>(both), blocks_.end(), 0);
    return *this;
  }
  DocumentSet& operator-=(const DocumentSet& other) {
    const std::size_t both = std::min(blocks_.size(), other.blocks_.size());
    for (std::size_t i = 0; i < both; ++i) blocks_[i] &= ~other.blocks_[i];
    return *this;
  }

  // The size of the intersection, without making it: what counting a facet value costs.
  std::uint64_t size_of_common(const DocumentSet& other) const;

  // True when both contain the same numbers, whatever their last ones.
  bool operator==(const DocumentSet& other) const {
    return size() == other.size() && size_of_common(other) == size();
  }

  // The smallest number that is at least `from`; 0 when there is none (no document has number 0).
  // For walking two sets in step; for_each() is faster for one.
  std::uint32_t next(std::uint32_t from) const {
    std::size_t i = from / kBlock;
    if (i >= blocks_.size()) return 0;
    std::uint64_t block = blocks_[i] & (~std::uint64_t{0} << (from % kBlock));
    while (block == 0) {
      if (++i == blocks_.size()) return 0;
      block = blocks_[i];
    }
    return static_cast<std::uint32_t>(i * kBlock) +
           static_cast<std::uint32_t>(std::countr_zero(block));
  }

  // Calls `visit` with every number, smallest first.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      for (std::uint64_t block = blocks_[i]; block != 0; block &= block - 1) {
        visit(static_cast<std::uint32_t>(i * kBlock) +
              static_cast<std::uint32_t>(std::countr_zero(block)));
      }
    }
  }

 private:
  static std::uint64_t bit(std::uint32_t number) { return std::uint64_t{1} << (number % kBlock); }

  std::vector<std::uint64_t> blocks_;
};

// The documents of one facet value, in the form in which they are counted faster: a set when they
// are many, else a sorted list. Does not change once made.
class DocumentList {
 public:
  // `numbers` ascending, each once, `last` at most. More than one document in kDenseShare make a
  // set, fewer a list: at that share counting takes equally long, as a set reads 64 documents at a
  // time and a list tests bits one by one.
  static constexpr std::uint32_t kDenseShare = 128;
  DocumentList(std::span<const std::uint32_t> numbers, std::uint32_t last);

  std::uint32_t size() const { return size_; }

  // About how long count_in() takes, in nanoseconds.
  std::uint64_t count_cost() const { return dense_ ? dense_->blocks().size() / 4 : size_; }
  // How many of these documents are in `set`.
  std::uint64_t count_in(const DocumentSet& set) const;
  void add_to(DocumentSet& set) const;

  // All documents, ascending.
  std::vector<std::uint32_t> numbers() const;  // ascending

 private:
  std::uint32_t size_;
  // One of the two is empty.
  std::vector<std::uint32_t> numbers_;
  std::optional<DocumentSet> dense_;
};

}  // namespace pressoir::store
