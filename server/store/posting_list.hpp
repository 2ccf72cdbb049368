// Posting lists: the documents that contain a term and how often each does, decoded from the index.
// Matching, ranking and facets of titles read these instead of Xapian's compressed lists, of which
// a posting takes 10 ns to decode; here it is a fraction of that, at 3 bytes a posting or less.
//
// A list does not change once made: any number of threads may read it. Copies share their chunks.
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
  // Of no document.
  PostingList() = default;

  // The documents with one of the terms, and the sum of the terms' frequencies in each; `last` is
  // the highest document number. Throws what Xapian throws.
  PostingList(const index::ReadableIndex& index, std::span<const std::string> terms,
              std::uint32_t last);

  // The union of lists, with the sums of their frequencies.
  PostingList(std::span<const PostingList> lists, std::uint32_t last);

  // The list of the revision after `before`: of the documents `changed`, those in `now` contain the
  // term; the others are as before. Both ascending; `changed` includes the documents of `now`.
  PostingList(const PostingList& before, std::span<const std::uint32_t> changed,
              std::span<const Posting> now, std::uint32_t last);

  // Every document of a set, with frequency 1.
  explicit PostingList(const DocumentSet& documents);

  // The document frequency.
  std::uint32_t size() const { return size_; }

  // True when one of the documents contains the term. Logarithmic in the list for each document.
  bool contains_any(std::span<const std::uint32_t> documents) const;
  void add_to(DocumentSet& set) const;

  // Calls `visit(document, frequency)`, the smallest number first.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (const auto& chunk : chunks_) {
      if (chunk) chunk->for_each(visit);
    }
  }

  // Adds a list up window by window, upwards, which is how a query scores all its terms in one
  // pass:
  //   PostingList::Cursor cursor(list);
  //   Frequencies sums{};
  //   if (cursor.add(window, sums)) score(window, sums);
  class Cursor {
   public:
    // The list must outlive the cursor.
    explicit Cursor(const PostingList& list) : list_(&list) {}

    // Adds to sums[i] the frequency in document window.first + i, for the documents of the window
    // and perhaps for others. False when nothing was added. Each window must be above the one
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
  // Chunk i is of the documents from i * kChunk on; null where none contains the term.
  std::vector<std::shared_ptr<const PostingChunk>> chunks_;
};

// Makes a list of postings that are added in ascending order. Keeps one chunk open; used by one
// thread at a time.
class PostingListBuilder {
 public:
  // `last` is the highest document number.
  explicit PostingListBuilder(std::uint32_t last) : last_(last) {}

  void add(std::uint32_t document, std::uint32_t frequency);
  // How many postings were added since take().
  std::uint32_t size() const;  // how many were added
  // The document that was added last; 0 at first.
  std::uint32_t newest() const { return newest_; }
  // The list; the builder is empty afterwards and can be used again.
  PostingList take();

 private:
  std::uint32_t last_;
  std::uint32_t newest_ = 0;
  std::vector<Posting> open_;  // of one chunk
  PostingList list_;
};

}  // namespace pressoir::store
