// How one thread reads an archive that is written to: the newest state and a handle of the index at
// the very revision of that state.
//
// Used by one thread at a time; the archive must outlive it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/index/readable_index.hpp"
#include "indexer/index/translate.hpp"
#include "server/search/archive.hpp"
#include "server/search/loaded_revision.hpp"

namespace pressoir::search {

class ArchiveReader {
 public:
  explicit ArchiveReader(Archive& archive) : archive_(archive) { archive_.add_reader(); }
  ~ArchiveReader() { archive_.remove_reader(); }
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // Runs `action`, which returns a Result, on one revision: within it the functions below may
  // be called. When the index moves on under it, it is run again on the newest, after a pause that
  // lets a writer in a hurry get ahead; kIndexChanged when that happens for half a second, besides
  // the time that the newest state takes to be read. A shard may only have closed a connection that
  // was not used for long: it is asked once more, on a new one.
  template <typename Action>
  auto at_one_revision(Action&& action) -> decltype(action());

  const LoadedRevision& revision() const { return *revision_; }
  const index::ReadableIndex& index() const { return *index_; }

  // The number of the document with an id; kNotFound.
  base::Result<Xapian::docid> number_of(std::string_view id) const;

  // A stored document; kIndexCorrupt. Without its text nothing is decompressed: the heads of all
  // documents are in memory.
  base::Result<base::Document> document(Xapian::docid number, index::DecodeText text) const;

  // The whole document with an id; kNotFound, kIndexCorrupt.
  base::Result<base::Document> document(std::string_view id) const;

  // Both, for what outlives the action: the last call of it. Xapian's handles may not be shared
  // between threads, not even copies; the next action gets another one.
  Archive::Opened take() { return {revision_, *std::exchange(index_, std::nullopt)}; }

 private:
  base::Result<void> catch_up();

  Archive& archive_;
  std::shared_ptr<const LoadedRevision> revision_;
  std::optional<index::ReadableIndex> index_;  // at revision_
};

template <typename Action>
auto ArchiveReader::at_one_revision(Action&& action) -> decltype(action()) {
  constexpr std::chrono::milliseconds kLongestPause{256};
  for (std::chrono::milliseconds pause{1};; pause *= 2) {
    const bool was_open = index_.has_value();
    auto result = index::guarded(archive_.path(), [&]() -> decltype(action()) {
      if (const auto ready = catch_up(); !ready) return ready.error();
      return action();
    });
    if (result) return result;
    const bool is_away = result.error().code == base::Errc::kUnavailable;
    const bool has_moved_on = result.error().code == base::Errc::kIndexChanged;
    if (is_away || has_moved_on) index_.reset();
    if (is_away && !was_open) archive_.note(result.error());
    if (!(is_away && was_open) && (!has_moved_on || pause > kLongestPause)) return result;
    std::this_thread::sleep_for(pause);
    // Handles of a state that was read too long ago have moved on like this one.
    if (has_moved_on) static_cast<void>(archive_.refresh());
  }
}

}  // namespace pressoir::search
