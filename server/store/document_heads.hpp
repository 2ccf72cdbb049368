// All that is stored of every document but its text, in memory: what lists of results show. Some
// 300 bytes a document, against two or three reads of 8 KB from the index each.
//
// Does not change once made: any number of threads may read it. Two revisions share the chunks in
// which nothing changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::store {

class DocumentHeads {
 public:
  // Of no document.
  DocumentHeads() = default;

  // One pass over the stored documents: some 3 µs each. Of an index with remote shards nothing is
  // kept, as all texts would come over the network. Throws what Xapian throws.
  DocumentHeads(const index::ReadableIndex& index, const DocumentSet& documents);

  // The heads of the revision after `before`. Throws like the constructor above.
  DocumentHeads(const DocumentHeads& before, const Changes& changes);

  // The document without its text: from memory, or from `index` when that has remote shards.
  // kIndexCorrupt when it is damaged. Throws what Xapian throws.
  base::Result<base::Document> read(const index::ReadableIndex& index,
                                    std::uint32_t document) const;

 private:
  static constexpr std::uint32_t kChunk = 1024;
  // The heads of kChunk documents in one string, as index::unpack_head gives them. Numbers without
  // a document have empty ones.
  struct Chunk {
    std::vector<std::uint32_t> ends;  // in `heads`, of each document
    std::string heads;

    // The head at a place of the chunk; empty after the last one.
    std::string_view at(std::size_t place) const;
    void append(std::string_view head);
  };

  // The stored head; empty when there is none.
  std::string_view held(std::uint32_t document) const;

  // False with remote shards: heads are then read from the index.
  bool is_in_memory_ = false;
  // Chunk i has the documents from i * kChunk on.
  std::vector<std::shared_ptr<const Chunk>> chunks_;
};

}  // namespace pressoir::store
