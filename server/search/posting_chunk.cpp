#include "server/search/posting_chunk.hpp"

#include <iterator>

namespace pressoir::search {
namespace {

constexpr std::uint32_t kBlock = DocumentSet::kBlock;

// Document numbers of a chunk that may exist.
std::uint32_t width(std::uint32_t first, std::uint32_t last) {
  return std::min(PostingChunk::kChunk, last - first + 1);
}

std::uint8_t clamp(std::uint32_t frequency) {
  return static_cast<std::uint8_t>(std::clamp<std::uint32_t>(frequency, 1, kMaxFrequency));
}

}  // namespace

PostingChunk::PostingChunk(std::uint32_t first, std::span<const Posting> postings,
                           std::uint32_t last)
    : first_(first) {
  fill(postings, last);
}

PostingChunk::PostingChunk(const PostingChunk& before, std::span<const std::uint32_t> changed,
                           std::span<const Posting> now, std::uint32_t last)
    : first_(before.first_) {
  if (!before.bits_.empty()) {
    *this = before;
    patch_dense(changed, now, last);
    return;
  }
  std::vector<Posting> kept;
  kept.reserve(before.numbers_.size());
  auto next_changed = changed.begin();
  before.for_each([&](std::uint32_t document, std::uint32_t frequency) {
    while (next_changed != changed.end() && *next_changed < document) ++next_changed;
    const bool is_changed = next_changed != changed.end() && *next_changed == document;
    if (!is_changed) kept.push_back({document, frequency});
  });
  std::vector<Posting> merged;
  merged.reserve(kept.size() + now.size());
  std::merge(kept.begin(), kept.end(), now.begin(), now.end(), std::back_inserter(merged),
             [](const Posting& a, const Posting& b) { return a.document < b.document; });
  fill(merged, last);
}

void PostingChunk::fill(std::span<const Posting> postings, std::uint32_t last) {
  const std::uint32_t documents = width(first_, last);
  if (postings.size() > documents / kDenseShare) {
    const std::size_t blocks = (documents + kBlock - 1) / kBlock;
    bits_.resize(blocks);
    frequencies_.resize(blocks * kBlock);
    for (const Posting& posting : postings) set(posting);
    return;
  }
  size_ = static_cast<std::uint32_t>(postings.size());
  numbers_.reserve(size_);
  frequencies_.reserve(size_);
  for (const Posting& posting : postings) {
    numbers_.push_back(static_cast<std::uint16_t>(posting.document - first_));
    frequencies_.push_back(clamp(posting.frequency));
  }
}

void PostingChunk::patch_dense(std::span<const std::uint32_t> changed, std::span<const Posting> now,
                               std::uint32_t last) {
  const std::size_t blocks = (width(first_, last) + kBlock - 1) / kBlock;
  bits_.resize(std::max(blocks, bits_.size()));
  frequencies_.resize(bits_.size() * kBlock);
  for (const std::uint32_t document : changed) {
    if (!contains(document)) continue;
    const std::uint32_t i = document - first_;
    bits_[i / kBlock] &= ~(std::uint64_t{1} << (i % kBlock));
    frequencies_[i] = 0;
    --size_;
  }
  for (const Posting& posting : now) set(posting);
}

void PostingChunk::set(const Posting& posting) {
  const std::uint32_t i = posting.document - first_;
  bits_[i / kBlock] |= std::uint64_t{1} << (i % kBlock);
  frequencies_[i] = clamp(posting.frequency);
  ++size_;
}

std::size_t PostingChunk::bytes() const {
  return sizeof(*this) + numbers_.size() * sizeof(numbers_[0]) + bits_.size() * sizeof(bits_[0]) +
         frequencies_.size();
}

bool PostingChunk::contains(std::uint32_t document) const {
  const std::uint32_t i = document - first_;
  if (bits_.empty()) return std::binary_search(numbers_.begin(), numbers_.end(), i);
  return i / kBlock < bits_.size() && (bits_[i / kBlock] >> (i % kBlock) & 1) != 0;
}

void PostingChunk::add_to(DocumentSet& set) const {
  if (!bits_.empty()) {
    set.add_blocks(first_ / kBlock, bits_);
  } else {
    for (const std::uint16_t number : numbers_) set.add(first_ + number);
  }
}

bool PostingChunk::add_dense(std::size_t block, std::uint64_t wanted, Frequencies& sums) const {
  const std::uint64_t held = block < bits_.size() ? bits_[block] & wanted : 0;
  if (held == 0) return false;
  const std::uint8_t* frequencies = frequencies_.data() + block * kBlock;
  // Where most are wanted, all are added: the compiler makes that a few wide instructions.
  if (std::popcount(held) > static_cast<int>(kBlock / 4)) {
    for (std::uint32_t i = 0; i < kBlock; ++i) sums[i] += frequencies[i];
    return true;
  }
  for (std::uint64_t left = held; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    sums[i] += frequencies[i];
  }
  return true;
}

bool PostingChunk::add(std::size_t block, std::uint64_t wanted, std::size_t& at,
                       Frequencies& sums) const {
  if (!bits_.empty()) return add_dense(block, wanted, sums);
  const auto first = static_cast<std::uint32_t>(block * kBlock);
  // Galloping: the next block may be far, or hold the next posting.
  std::size_t step = 1;
  while (at + step < numbers_.size() && numbers_[at + step] < first) step *= 2;
  const auto begin = numbers_.begin() + static_cast<std::ptrdiff_t>(std::min(at, numbers_.size()));
  const auto end =
      numbers_.begin() + static_cast<std::ptrdiff_t>(std::min(at + step + 1, numbers_.size()));
  at = static_cast<std::size_t>(std::lower_bound(begin, end, first) - numbers_.begin());
  bool has_added = false;
  for (; at < numbers_.size() && numbers_[at] - first < kBlock; ++at) {
    sums[numbers_[at] - first] += frequencies_[at];
    has_added = true;
  }
  return has_added;
}

}  // namespace pressoir::search
