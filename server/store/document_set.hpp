// A set of documents by Xapian's numbers, one bit each. A plain value.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pressoir::store {

class DocumentSet {
 public:
  // Documents are handled in blocks of as many as a word has bits: block i holds the numbers from
  // i * kBlock on.
  static constexpr std::uint32_t kBlock = 64;

  // An empty set of the numbers 0 to `last`.
  explicit DocumentSet(std::uint32_t last) : blocks_(last / kBlock + 1) {}

  // An empty set of the same numbers.
  DocumentSet empty_like() const {
    return DocumentSet(static_cast<std::uint32_t>(blocks_.size() * kBlock - 1));
  }

  // The bits of each block; bit 0 is the first number's.
  std::span<const std::uint64_t> blocks() const { return blocks_; }

  bool empty() const {
    for (const std::uint64_t block : blocks_) {
      if (block != 0) return false;
    }
    return true;
  }

  void add(std::uint32_t number) { blocks_[number / kBlock] |= bit(number); }
  bool contains(std::uint32_t number) const {
    return number / kBlock < blocks_.size() && (blocks_[number / kBlock] & bit(number)) != 0;
  }
  std::uint64_t size() const;

  // Adds the numbers of the blocks from number `first` on, as blocks() has them; those beyond this
  // set's are left out.
  void add_blocks(std::size_t first, std::span<const std::uint64_t> blocks) {
    const std::size_t end = blocks_.size() < first ? 0 : blocks_.size() - first;
    for (std::size_t i = 0; i < blocks.size() && i < end; ++i) blocks_[first + i] |= blocks[i];
  }

  void remove(std::uint32_t number) { blocks_[number / kBlock] &= ~bit(number); }

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

  // How many numbers both sets hold.
  std::uint64_t size_of_common(const DocumentSet& other) const;

  // True when both hold the same numbers.
  bool operator==(const DocumentSet& other) const {
    return size() == other.size() && size_of_common(other) == size();
  }

  // The smallest number that is at least `from`; 0 when there is none (no document is number 0).
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

  // Calls `visit(first, end)` for runs of neighbouring numbers, smallest first: all from `first` up
  // to `end`, which is not among them. A run may go on in the next one.
  template <typename Visit>
  void for_each_run(Visit&& visit) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto block_first = static_cast<std::uint32_t>(i * kBlock);
      for (std::uint64_t left = blocks_[i]; left != 0;) {
        const int first = std::countr_zero(left);
        const int length = std::countr_one(left >> first);
        visit(block_first + static_cast<std::uint32_t>(first),
              block_first + static_cast<std::uint32_t>(first + length));
        if (first + length == static_cast<int>(kBlock)) break;
        left &= ~std::uint64_t{0} << (first + length);
      }
    }
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

}  // namespace pressoir::store
