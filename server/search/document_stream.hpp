// Reads every document that a request matches, one after the other: for exports of any size.
//
//   const auto stream = searcher.stream(request, "").value();
//   while (const auto document = stream->next(DocumentStream::Text::kYes).value())
//   write(*document);
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

// In the order of ids, all of one revision. Takes 4 bytes of memory a document and one handle of
// the index, so that an export of the whole archive costs a worker nothing else. Used by one thread
// at a time, which may be another one at each call: an export lives as long as its connection.
class DocumentStream {
 public:
  enum class Text { kNo, kYes };

  // Streams those of `documents`, which are of the revision of `opened`, whose id is greater than
  // `after` (empty: all). `path` is named in errors. Throws what Xapian throws.
  static std::unique_ptr<DocumentStream> open(const std::string& path, Archive::Opened&& opened,
                                              const store::DocumentSet& documents,
                                              std::string_view after);
  ~DocumentStream();
  DocumentStream(const DocumentStream&) = delete;
  DocumentStream& operator=(const DocumentStream&) = delete;

  std::uint64_t total() const noexcept;  // documents that next() gives in all
  std::string revision() const;

  // The next document; nothing at the end. kIndexChanged: a writer has committed twice since the
  // revision was the newest, so that it can no longer be read. The documents returned so far remain
  // valid; a new stream `after` the last id continues.
  base::Result<std::optional<base::Document>> next(Text text);

 private:
  struct State;
  explicit DocumentStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::search
