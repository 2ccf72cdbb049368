// All that is stored of every document but its text, in memory: what lists of results show. Some
// 300 bytes a document, for which no block of the index is read and nothing is unpacked.
//
// Does not change once made: any number of threads may read it. Those of two states of an archive
// share what did not change.
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
  DocumentHeads() = default;

  // One pass over the stored documents: some 3 µs each. Of an index with shards elsewhere nothing
  // is held, as all texts would come with it. Throws what Xapian throws.
  DocumentHeads(const index::ReadableIndex& index, const DocumentSet& documents);

  // Those `before` at a later state. Throws as the other one.
  DocumentHeads(const DocumentHeads& before, const Changes& changes);

  // The document without its text, from memory where it is held. kIndexCorrupt when it is damaged.
  // Throws what Xapian throws.
  base::Result<base::Document> read(const index::ReadableIndex& index,
                                    std::uint32_t document) const;

 private:
  static constexpr std::uint32_t kChunk = 1024;
  // Of neighbouring documents, those from a multiple of kChunk on.
  struct Chunk {
    std::vector<std::uint32_t> ends;  // in `heads`, of each document
    std::string heads;

    std::string_view at(std::size_t place) const;
    void append(std::string_view head);
  };

  std::string_view held(std::uint32_t document) const;

  bool holds_all_ = false;
  std::vector<std::shared_ptr<const Chunk>> chunks_;
};

}  // namespace pressoir::store
