// How one worker reads an archive while it is written to: the newest revision in memory, and a
// handle of the index that is open at the very same revision.
//
// Used by one thread at a time; the archive must outlive it. Each worker has one.
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

namespace pressoir::search {

class ArchiveReader {
 public:
  explicit ArchiveReader(Archive& archive) : archive_(archive) { archive_.add_reader(); }
  ~ArchiveReader() { archive_.remove_reader(); }
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // Runs `action`, which returns a Result, on one revision: only within it may the functions below
  // be called. When the index outruns the revision, the action is run again on the newest one,
  // after pauses that double from 1 ms, because a writer that commits many times in a row soon
  // ends; kIndexChanged after half a second of pauses. When a remote shard does not answer on a
  // connection that was open before, the action is run once more on a new one: shards close idle
  // connections.
  template <typename Action>
  auto at_one_revision(Action&& action) -> decltype(action());

  // Of the action that runs; both are of the same revision.
  const LoadedRevision& revision() const { return *revision_; }
  const index::ReadableIndex& index() const { return *index_; }

  // The number of the document with an id; kNotFound.
  base::Result<Xapian::docid> number_of(std::string_view id) const;

  // A stored document; kIndexCorrupt. Without its text nothing is decompressed: the heads of all
  // documents are in memory.
  base::Result<base::Document> document(Xapian::docid number, index::DecodeText text) const;

  // The whole document with an id; kNotFound, kIndexCorrupt.
  base::Result<base::Document> document(std::string_view id) const;

  // Gives both away, to what outlives the action: the last call in it. Xapian's handles may not be
  // shared between threads, not even copies; the next action opens another one.
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
    // The archive's other handles of this revision were outrun like this one.
    if (has_moved_on) static_cast<void>(archive_.refresh());
  }
}

}  // namespace pressoir::search
