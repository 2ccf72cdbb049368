// A set of documents by Xapian's numbers, one bit each. A plain value.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Before a function without intrinsics: it is compiled twice, and the program takes the version
// with AVX2 where the processor has it. Both give the same results to the bit: no multiply-add is
// fused. Sanitizers instrument the choice itself, which runs before they are ready: there is none
// then.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PRESSOIR_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define PRESSOIR_WIDE
#endif

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

// Which documents share something, in the faster of two forms. A plain value.
class DocumentList {
 public:
  // `numbers` ascending, each once, up to `last`. What more than one document in kDenseShare has is
  // a set, the rest a list: that is where both take as long to count.
  static constexpr std::uint32_t kDenseShare = 128;
  DocumentList(std::span<const std::uint32_t> numbers, std::uint32_t last);

  std::uint32_t size() const { return size_; }

  // How long counting takes, about, in steps of a nanosecond.
  std::uint64_t count_cost() const { return dense_ ? dense_->blocks().size() / 4 : size_; }
  std::uint64_t count_in(const DocumentSet& set) const;
  void add_to(DocumentSet& set) const;

  std::vector<std::uint32_t> numbers() const;  // ascending

 private:
  std::uint32_t size_;
  std::vector<std::uint32_t> numbers_;
  std::optional<DocumentSet> dense_;
};

}  // namespace pressoir::store
