#include "server/store/document_set.hpp"

// Before a function that counts bits and is called only where counts_bits_widely() is true: the
// processor then counts those of eight words at once, three times as fast as one by one.
#if defined(__x86_64__) && defined(__GNUC__)
#define PRESSOIR_COUNTS_BITS __attribute__((target("avx512vpopcntdq,avx512vl")))
#else
#define PRESSOIR_COUNTS_BITS
#endif

namespace pressoir::store {
namespace {

// Read once: __builtin_cpu_supports tests the flags of the processor each time.
bool counts_bits_widely() {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool is_able =
      __builtin_cpu_supports("avx512vpopcntdq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  return is_able;
#else
  return false;
#endif
}

// The number of bits of the blocks that `block_at` gives. Always inlined: the loop must be compiled
// for the instructions of its caller, which differ.
template <typename BlockAt>
[[gnu::always_inline]] inline std::uint64_t sum_bits(std::size_t size, BlockAt block_at) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    count += static_cast<std::uint64_t>(std::popcount(block_at(i)));
  }
  return count;
}

// Baseline x86-64 has no instruction that counts bits: processors with AVX2 do.
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

DocumentList::DocumentList(std::span<const std::uint32_t> numbers, std::uint32_t last)
    : size_(static_cast<std::uint32_t>(numbers.size())) {
  // The last number stands for the size of the archive: few numbers are unused.
  if (size_ <= last / kDenseShare) {
    numbers_.assign(numbers.begin(), numbers.end());
    return;
  }
  dense_.emplace(last);
  for (const std::uint32_t number : numbers) dense_->add(number);
}

std::vector<std::uint32_t> DocumentList::numbers() const {
  if (!dense_) return numbers_;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(size_);
  dense_->for_each([&](std::uint32_t number) { numbers.push_back(number); });
  return numbers;
}

std::uint64_t DocumentList::count_in(const DocumentSet& set) const {
  // Histograms and facets of a large result set spend most of their time here.
  if (dense_) return set.size_of_common(*dense_);
  std::uint64_t count = 0;
  for (const std::uint32_t number : numbers_) count += set.contains(number);
  return count;
}

void DocumentList::add_to(DocumentSet& set) const {
  if (dense_) {
    set |= *dense_;
  } else {
    for (const std::uint32_t number : numbers_) set.add(number);
  }
}

}  // namespace pressoir::store
