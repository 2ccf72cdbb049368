#include "server/search/archive_reader.hpp"

#include <string>

#include "indexer/base/utf8.hpp"
#include "indexer/index/schema.hpp"

namespace pressoir::search {

// Pairs the newest revision with a handle that is open at it: first the one kept, then one that the
// archive opened in advance, then a new one.
base::Result<void> ArchiveReader::catch_up() {
  if (auto reached = archive_.reachable(); !reached) return reached;
  for (int tries = 0; tries < 2; ++tries) {
    auto newest = archive_.newest();
    if (index_ && revision_ == newest) return {};
    // The archive opened it in the background, so that no search waits for that.
    if (auto opened = archive_.take_opened()) {
      revision_ = std::move(opened->revision);
      index_ = std::move(opened->index);
      return {};
    }
    auto opened = archive_.open_index();
    if (!opened) return opened.error();
    if (newest && newest->snapshot.is_of(*opened)) {
      index_ = std::move(*opened);
      revision_ = std::move(newest);
      return {};
    }
    // A writer has committed since the newest revision was loaded.
    auto read = archive_.refresh();
    if (!read && read.error().code != base::Errc::kIndexChanged) return read;
  }
  if (index_) return {};  // the pair of before: older, but of one revision
  return base::Error{base::Errc::kIndexChanged,
                     "the index in " + archive_.path() + " changes too fast to be read"};
}

base::Result<Xapian::docid> ArchiveReader::number_of(std::string_view id) const {
  const std::string key = index::term(index::kIdPrefix, id);
  if (key.size() <= text::kMaxTermBytes) {  // Xapian throws on a longer one
    const auto posting = index().postlist_begin(key);
    if (posting != index().postlist_end(key)) return *posting;
  }
  return base::Error{base::Errc::kNotFound,
                     "no document has the id " + std::string(base::clip_utf8(id, 100))};
}

base::Result<base::Document> ArchiveReader::document(Xapian::docid number,
                                                     index::DecodeText text) const {
  // The heads of documents are in memory: a result without its text reads nothing from the disk.
  if (text == index::DecodeText::kNo) return revision().snapshot.heads.read(index(), number);
  return index::decode_document(index().get_document(number, Xapian::DOC_ASSUME_VALID).get_data());
}

base::Result<base::Document> ArchiveReader::document(std::string_view id) const {
  const auto number = number_of(id);
  if (!number) return number.error();
  return document(*number, index::DecodeText::kYes);
}

}  // namespace pressoir::search
