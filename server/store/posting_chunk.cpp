#include "server/store/posting_chunk.hpp"

#include <iterator>

namespace pressoir::store {
namespace {

constexpr std::uint32_t kBlock = DocumentSet::kBlock;

// Document numbers of a chunk that may exist.
std::uint32_t width(std::uint32_t first, std::uint32_t last) {
  return std::min(PostingChunk::kChunk, last - first + 1);
}

// Xapian's boolean terms, such as ids, have frequency 0: they count as occurring once.
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
  // A dense chunk is copied and patched; merging would touch every byte twice.
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

// Numbers before the chunk wrap around to great ones, which no chunk contains.
bool PostingChunk::contains(std::uint32_t document) const {
  const std::uint32_t i = document - first_;
  if (bits_.empty()) return std::binary_search(numbers_.begin(), numbers_.end(), i);
  return i / kBlock < bits_.size() && (bits_[i / kBlock] >> (i % kBlock) & 1) != 0;
}

void PostingChunk::add_to(DocumentSet& set) const {
  if (!bits_.empty()) {
    // Chunks begin at a block of the set, so that 64 documents are added at a time.
    set.add_blocks(first_ / kBlock, bits_);
  } else {
    for (const std::uint16_t number : numbers_) set.add(first_ + number);
  }
}

bool PostingChunk::add(const Window& window, std::size_t& at, Frequencies& sums) const {
  if (!bits_.empty()) {
    add_dense(window, sums);
    return true;
  }
  const std::uint32_t begin = window.first - first_;
  // Postings between the window's documents are added too: the caller ignores their sums.
  at = skip(at, begin + window.documents.front());
  const std::size_t end = skip(at, begin + window.documents.back() + 1);
  if (at == end) return false;
  for (; at < end; ++at) sums[numbers_[at] - begin] += frequencies_[at];
  return true;
}

void PostingChunk::add_dense(const Window& window, Frequencies& sums) const {
  const std::uint32_t begin = window.first - first_;
  // The archive has grown since this chunk was made.
  if (begin >= frequencies_.size()) return;
  const std::uint8_t* frequencies = frequencies_.data() + begin;
  const std::size_t size = std::min<std::size_t>(window.width, frequencies_.size() - begin);
  if (window.is_full()) {
    for (std::size_t i = 0; i < size; ++i) sums[i] += frequencies[i];
    return;
  }
  for (const std::uint16_t document : window.documents) {
    if (document < size) sums[document] += frequencies[document];
  }
}

// The first place from `at` on with a number of `wanted` at least. Galloping: it may be near or
// far.
std::size_t PostingChunk::skip(std::size_t at, std::uint32_t wanted) const {
  std::size_t step = 1;
  while (at + step <= numbers_.size() && numbers_[at + step - 1] < wanted) {
    at += step;
    step *= 2;
  }
  const auto begin = numbers_.begin() + static_cast<std::ptrdiff_t>(at);
  const auto end =
      numbers_.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, numbers_.size()));
  return static_cast<std::size_t>(std::lower_bound(begin, end, wanted) - numbers_.begin());
}

}  // namespace pressoir::store
