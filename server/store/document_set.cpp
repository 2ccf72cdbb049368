#include "server/store/document_set.hpp"

#include "server/store/wide.hpp"

namespace pressoir::store {
namespace {

// The bits of the blocks that `block_at` gives.
template <typename BlockAt>
[[gnu::always_inline]] inline std::uint64_t sum_bits(std::size_t size, BlockAt block_at) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    count += static_cast<std::uint64_t>(std::popcount(block_at(i)));
  }
  return count;
}

// Not every x86-64 has an instruction that counts bits: those with wider ones do.
PRESSOIR_WIDE std::uint64_t count_wide(const std::uint64_t* blocks, std::size_t size) {
  return sum_bits(size, [blocks](std::size_t i) { return blocks[i]; });
}

PRESSOIR_COUNTS_BITS std::uint64_t count_widest(const std::uint64_t* blocks, std::size_t size) {
  return sum_bits(size, [blocks](std::size_t i) { return blocks[i]; });
}

PRESSOIR_WIDE std::uint64_t count_common_wide(const std::uint64_t* a, const std::uint64_t* b,
                                              std::size_t size) {
  return sum_bits(size, [a, b](std::size_t i) { return a[i] & b[i]; });
}

PRESSOIR_COUNTS_BITS std::uint64_t count_common_widest(const std::uint64_t* a,
                                                       const std::uint64_t* b, std::size_t size) {
  return sum_bits(size, [a, b](std::size_t i) { return a[i] & b[i]; });
}

}  // namespace

DocumentSet& DocumentSet::operator|=(const DocumentSet& other) {
  if (blocks_.size() < other.blocks_.size()) blocks_.resize(other.blocks_.size());
  for (std::size_t i = 0; i < other.blocks_.size(); ++i) blocks_[i] |= other.blocks_[i];
  return *this;
}

std::uint64_t DocumentSet::size() const {
  const auto count = counts_bits_widely() ? count_widest : count_wide;
  return count(blocks_.data(), blocks_.size());
}

std::uint64_t DocumentSet::size_of_common(const DocumentSet& other) const {
  const auto count = counts_bits_widely() ? count_common_widest : count_common_wide;
  return count(blocks_.data(), other.blocks_.data(),
               std::min(blocks_.size(), other.blocks_.size()));
}

}  // namespace pressoir::store
