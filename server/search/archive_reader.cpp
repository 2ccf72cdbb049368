#include "server/search/archive_reader.hpp"

namespace pressoir::search {

// Brings the handle to the revision of the newest state.
base::Result<void> ArchiveReader::catch_up() {
  if (auto reached = archive_.reachable(); !reached) return reached;
  for (int tries = 0; tries < 2; ++tries) {
    auto newest = archive_.newest();
    if (index_ && revision_ == newest) return {};
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
    // The index moved on since the state was read.
    auto read = archive_.refresh();
    if (!read && read.error().code != base::Errc::kIndexChanged) return read;
  }
  if (index_) return {};  // an older state, whole
  return base::Error{base::Errc::kIndexChanged,
                     "the index in " + archive_.path() + " changes too fast to be read"};
}

}  // namespace pressoir::search
