// The documents that hold a term and how often each does, decoded from the index: what matching
// and ranking walk instead of Xapian's compressed lists.
//
// Does not change once made: any number of threads may read it. Copies share their chunks.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/index/readable_index.hpp"
#include "server/store/document_set.hpp"
#include "server/store/posting_chunk.hpp"

namespace pressoir::store {

class PostingList {
 public:
  PostingList() = default;

  // The documents with one of the terms, and how often each has any; `last` is the highest document
  // number. Throws what Xapian throws.
  PostingList(const index::ReadableIndex& index, std::span<const std::string> terms,
              std::uint32_t last);

  // The same of lists.
  PostingList(std::span<const PostingList> lists, std::uint32_t last);

  // The list `before` at a later state: the documents `changed` hold the term as `now` says and no
  // more, the others as before. Both ascending; `changed` has all documents of `now`.
  PostingList(const PostingList& before, std::span<const std::uint32_t> changed,
              std::span<const Posting> now, std::uint32_t last);

  // Every document of a set, once each.
  explicit PostingList(const DocumentSet& documents);

  // In how many documents the term is.
  std::uint32_t size() const { return size_; }

  bool contains_any(std::span<const std::uint32_t> documents) const;
  void add_to(DocumentSet& set) const;

  // Calls `visit(document, frequency)`, the smallest number first.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (const auto& chunk : chunks_) {
      if (chunk) chunk->for_each(visit);
    }
  }

  // Walks a list upwards.
  class Cursor {
   public:
    // The list must outlive the cursor.
    explicit Cursor(const PostingList& list) : list_(&list) {}

    // Adds to sums[i] how often document window.first + i holds the term: those of the window, and
    // perhaps others. False when there is nothing to add. The window is above that of the call
    // before.
    bool add(const Window& window, Frequencies& sums) {
      const std::size_t number = window.first / kChunk;
      if (number != number_) enter(number);
      return chunk_ != nullptr && chunk_->add(window, at_, sums);
    }

   private:
    void enter(std::size_t number);

    const PostingList* list_;
    const PostingChunk* chunk_ = nullptr;
    std::size_t number_ = static_cast<std::size_t>(-1);  // of chunk_
    std::size_t at_ = 0;                                 // in chunk_
  };

 private:
  friend class PostingListBuilder;
  static constexpr std::uint32_t kChunk = PostingChunk::kChunk;
  void append(std::span<const Posting> postings, std::uint32_t last);

  std::uint32_t size_ = 0;
  // Chunk i is of the documents from i * kChunk on; nothing where none holds the term.
  std::vector<std::shared_ptr<const PostingChunk>> chunks_;
};

// Makes a list of postings that are added, ascending. Used by one thread at a time.
class PostingListBuilder {
 public:
  // `last` is the highest document number.
  explicit PostingListBuilder(std::uint32_t last) : last_(last) {}

  void add(std::uint32_t document, std::uint32_t frequency);
  std::uint32_t size() const;  // how many were added
  // The document that was added last; 0 at first.
  std::uint32_t newest() const { return newest_; }
  // The builder is empty then.
  PostingList take();

 private:
  std::uint32_t last_;
  std::uint32_t newest_ = 0;
  std::vector<Posting> open_;  // of one chunk
  PostingList list_;
};

}  // namespace pressoir::store
