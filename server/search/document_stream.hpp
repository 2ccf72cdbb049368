// Every document that a request matches, whole, one after the other: for exports of any size.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "server/search/archive.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search {

// In the order of the ids, all of one revision. Holds 4 bytes for each document and an open index,
// not the documents. Used by one thread at a time, not always the same.
class DocumentStream {
 public:
  enum class Text { kNo, kYes };

  // The documents of `documents`, a set over the snapshot of `opened`, whose id is above `after`
  // (empty: all); `path` is named in errors. May throw what Xapian throws.
  static std::unique_ptr<DocumentStream> open(const std::string& path, Archive::Opened&& opened,
                                              const store::DocumentSet& documents,
                                              std::string_view after);
  ~DocumentStream();
  DocumentStream(const DocumentStream&) = delete;
  DocumentStream& operator=(const DocumentStream&) = delete;

  std::uint64_t total() const noexcept;  // documents that next() gives in all
  std::string revision() const;

  // The next document; nothing at the end. kIndexChanged: the index has been written to twice since
  // its revision was the newest, which can no longer be read; what was given remains right, and a
  // new stream `after` the last id goes on.
  base::Result<std::optional<base::Document>> next(Text text);

 private:
  struct State;
  explicit DocumentStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::search
