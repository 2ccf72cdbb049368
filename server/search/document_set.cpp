#include "server/search/document_set.hpp"

#include "server/search/wide.hpp"

namespace pressoir::search {
namespace {

// Not every x86-64 has an instruction that counts bits: those with wider ones do.
PRESSOIR_WIDE std::uint64_t count_bits(const std::uint64_t* blocks, std::size_t size) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < size; ++i) count += static_cast<unsigned>(std::popcount(blocks[i]));
  return count;
}

PRESSOIR_WIDE std::uint64_t count_common_bits(const std::uint64_t* a, const std::uint64_t* b,
                                              std::size_t size) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    count += static_cast<unsigned>(std::popcount(a[i] & b[i]));
  }
  return count;
}

}  // namespace

DocumentSet& DocumentSet::operator|=(const DocumentSet& other) {
  if (blocks_.size() < other.blocks_.size()) blocks_.resize(other.blocks_.size());
  for (std::size_t i = 0; i < other.blocks_.size(); ++i) blocks_[i] |= other.blocks_[i];
  return *this;
}

std::uint64_t DocumentSet::size() const {
  return count_bits(blocks_.data(), blocks_.size());
}

std::uint64_t DocumentSet::size_of_common(const DocumentSet& other) const {
  return count_common_bits(blocks_.data(), other.blocks_.data(),
                           std::min(blocks_.size(), other.blocks_.size()));
}

}  // namespace pressoir::search
