// An index opened for searching that follows its writer: a background thread polls for a new
// revision, loads it while searches go on, and then publishes it at once to all workers. Searches
// end on the revision on which they began.
//
//   const auto archive = Archive::open("/srv/archive").value();
//   Searcher searcher(*archive);  // one for each worker thread
//   searcher.search({.q = "pôles de compétitivité"});
//
// Every function may be called from any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/snapshot.hpp"
#include "server/suggest/suggest_index.hpp"

namespace pressoir::search {

// Everything that searches keep in memory of one revision of an archive: what its index contains,
// and the titles and names that a text being typed is completed from. Published as one, so that no
// answer mixes two revisions; what two revisions have in common is shared between them. Does not
// change once made: any number of threads may read it.
//
// The names are built after the snapshot, from its columns and word sequences: they read no index.
struct LoadedRevision {
  // Reads everything; `second` is another handle of the same revision. Throws what Xapian throws.
  LoadedRevision(const index::ReadableIndex& index, const index::ReadableIndex& second,
                 const gazetteer::Gazetteer& gazetteer)
      : snapshot(index, second), names(snapshot.sequences, snapshot.columns, gazetteer) {}

  // The revision of `changes.index()`, a later one of the same index. Reads only what changed.
  LoadedRevision(const LoadedRevision& before, const store::Changes& changes,
                 const gazetteer::Gazetteer& gazetteer)
      : snapshot(before.snapshot, changes),
        names({before.names, before.snapshot.columns, snapshot.columns, changes}, gazetteer) {}

  store::Snapshot snapshot;
  suggest::SuggestIndex names;
};

// Figures of the newest revision, for pages and /readyz.
struct ArchiveSummary {
  std::string revision;
  std::uint64_t documents = 0;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated = 0;  // last commit, seconds since 1970; 0 when unknown
};

struct ArchiveOptions {
  std::chrono::milliseconds poll_interval{500};  // between two checks for a new revision
  // For connecting to a remote shard, and for each of its answers.
  std::chrono::milliseconds shard_timeout = index::kShardTimeout;
};

class Archive {
 public:
  // Loads the newest revision, all of it: SCALE.md of server/store has the time and the memory that
  // this takes. Errors: those of IndexReader::open but kUnavailable: an archive with a shard that
  // does not answer is opened without a revision, and loads one when all shards answer.
  static base::Result<std::unique_ptr<Archive>> open(const std::string& path,
                                                     const ArchiveOptions& options = {});
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // The newest revision; null before the first. Shared: each search keeps the one it began on until
  // it ends.
  std::shared_ptr<const LoadedRevision> newest() const;

  // A revision and a handle of the index that is open at it, for one thread: Xapian's handles may
  // not be shared.
  struct Opened {
    std::shared_ptr<const LoadedRevision> revision;
    index::ReadableIndex index;
  };

  // The newest revision with a handle that was opened before it was loaded: by now the index may
  // have moved on. Nothing when no handle is left, because there are more callers than readers or
  // because the archive has remote shards, whose connections are not opened in advance.
  std::optional<Opened> take_opened();

  // How many threads search is how many handles are opened for a revision.
  void add_reader() noexcept { ++readers_; }
  void remove_reader() noexcept { --readers_; }

  ArchiveSummary summary() const;

  const std::string& path() const { return path_; }
  const gazetteer::Gazetteer& gazetteer() const { return gazetteer_; }

  // Polls now: returns once the newest revision is loaded. Used by readers that a writer has
  // outrun, and by tests. Errors: those of IndexReader::open; kIndexChanged when the index changed
  // five times while it was read.
  base::Result<void> refresh();

  // A handle of the index at its newest revision. Errors: those of IndexReader::open.
  base::Result<index::ReadableIndex> open_index() const;

  // kUnavailable when a shard did not answer the last request: searches fail at once then, instead
  // of each waiting for the timeout.
  base::Result<void> reachable() const;

  // Reports how a search or a poll ended. After kUnavailable, the archive is not reachable() until
  // a poll succeeds.
  void note(const base::Result<void>& reached);

 private:
  Archive(std::string path, const ArchiveOptions& options, const gazetteer::Gazetteer& gazetteer);
  base::Result<void> read_newest();
  std::vector<index::ReadableIndex> open_handles(const index::ReadableIndex& index) const;
  void follow(const std::stop_token& stop);

  std::string path_;
  ArchiveOptions options_;
  const gazetteer::Gazetteer& gazetteer_;  // that of the program
  std::atomic<std::size_t> readers_ = 0;
  mutable std::mutex mutex_;  // guards current_, handles_ and failure_
  std::shared_ptr<const LoadedRevision> current_;
  std::vector<index::ReadableIndex> handles_;  // at current_, for readers that have none yet
  std::optional<base::Error> failure_;         // kUnavailable
  std::mutex refresh_mutex_;                   // one refresh at a time
  std::condition_variable_any wake_;
  std::jthread follower_;
};

}  // namespace pressoir::search
