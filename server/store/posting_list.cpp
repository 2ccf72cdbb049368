#include "server/store/posting_list.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::store {
namespace {

std::uint32_t document_of(std::uint32_t number) {
  return number;
}

std::uint32_t document_of(const Posting& posting) {
  return posting.document;
}

// Removes the entries before `end` from the front and returns them.
template <typename Entry>
std::span<const Entry> take_before(std::uint64_t end, std::span<const Entry>& entries) {
  const auto stop = std::find_if(entries.begin(), entries.end(),
                                 [end](const Entry& entry) { return document_of(entry) >= end; });
  const auto taken = entries.first(static_cast<std::size_t>(stop - entries.begin()));
  entries = entries.subspan(taken.size());
  return taken;
}

// Adds the postings of a chunk to `postings`, both ascending, with the sums of frequencies.
void add_postings(const PostingChunk& chunk, std::vector<Posting>& postings) {
  std::vector<Posting> sum;
  sum.reserve(postings.size() + chunk.size());
  auto next = postings.begin();
  chunk.for_each([&](std::uint32_t document, std::uint32_t frequency) {
    while (next != postings.end() && next->document < document) sum.push_back(*next++);
    if (next != postings.end() && next->document == document) frequency += (next++)->frequency;
    sum.push_back({document, frequency});
  });
  sum.insert(sum.end(), next, postings.end());
  postings.swap(sum);
}

}  // namespace

PostingList::PostingList(const index::ReadableIndex& index, std::span<const std::string> terms,
                         std::uint32_t last) {
  // The number of postings is not read first to reserve memory: a remote shard takes a round trip
  // for it.
  PostingListBuilder builder(last);
  for_each_posting(index, terms, [&](std::uint32_t document, std::uint32_t frequency) {
    builder.add(document, frequency);
  });
  *this = builder.take();
}

PostingList::PostingList(std::span<const PostingList> lists, std::uint32_t last) {
  std::size_t count = 0;
  for (const PostingList& list : lists) count = std::max(count, list.chunks_.size());
  std::vector<Posting> postings;
  // Chunk by chunk, so that one chunk's postings are in memory uncompressed at a time.
  for (std::size_t i = 0; i < count; ++i) {
    postings.clear();
    for (const PostingList& list : lists) {
      if (i < list.chunks_.size() && list.chunks_[i]) add_postings(*list.chunks_[i], postings);
    }
    append(postings, last);
  }
}

PostingList::PostingList(const PostingList& before, std::span<const std::uint32_t> changed,
                         std::span<const Posting> now, std::uint32_t last)
    : chunks_(before.chunks_) {
  if (!now.empty())
    chunks_.resize(std::max(chunks_.size(), now.back().document / kChunk + size_t{1}));
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(i) * kChunk;
    // 64 bits: the end of the last possible chunk is 2^32.
    const std::uint64_t end = std::uint64_t{first} + kChunk;
    const auto changed_here = take_before(end, changed);
    const auto now_here = take_before(end, now);
    auto& chunk = chunks_[i];
    if (chunk && !changed_here.empty()) {
      chunk = std::make_shared<const PostingChunk>(*chunk, changed_here, now_here, last);
    } else if (!now_here.empty()) {
      chunk = std::make_shared<const PostingChunk>(first, now_here, last);
    }
    if (chunk) size_ += chunk->size();
  }
}

PostingList::PostingList(const DocumentSet& documents) {
  PostingListBuilder builder(
      static_cast<std::uint32_t>(documents.blocks().size()) * DocumentSet::kBlock - 1);
  documents.for_each([&](std::uint32_t number) { builder.add(number, 1); });
  *this = builder.take();
}

void PostingListBuilder::add(std::uint32_t document, std::uint32_t frequency) {
  constexpr std::uint32_t kChunk = PostingChunk::kChunk;
  // The next chunk begins. Chunks without postings stay null.
  if (!open_.empty() && document / kChunk != open_.front().document / kChunk) {
    list_.append(open_, last_);
    open_.clear();
  }
  open_.push_back({document, frequency});
  newest_ = document;
}

std::uint32_t PostingListBuilder::size() const {
  return list_.size() + static_cast<std::uint32_t>(open_.size());
}

PostingList PostingListBuilder::take() {
  list_.append(open_, last_);
  open_.clear();
  newest_ = 0;
  return std::exchange(list_, {});
}

void PostingList::append(std::span<const Posting> postings, std::uint32_t last) {
  if (postings.empty()) return;
  const std::uint32_t number = postings.front().document / kChunk;
  chunks_.resize(number + std::size_t{1});
  chunks_.back() = std::make_shared<const PostingChunk>(number * kChunk, postings, last);
  size_ += static_cast<std::uint32_t>(postings.size());
}

bool PostingList::contains_any(std::span<const std::uint32_t> documents) const {
  return std::any_of(documents.begin(), documents.end(), [&](std::uint32_t document) {
    const std::size_t number = document / kChunk;
    return number < chunks_.size() && chunks_[number] && chunks_[number]->contains(document);
  });
}

void PostingList::add_to(DocumentSet& set) const {
  for (const auto& chunk : chunks_) {
    if (chunk) chunk->add_to(set);
  }
}

// Chunks are entered once each, as windows ascend.
void PostingList::Cursor::enter(std::size_t number) {
  chunk_ = number < list_->chunks_.size() ? list_->chunks_[number].get() : nullptr;
  number_ = number;
  at_ = 0;
}

}  // namespace pressoir::store
