// An index opened for searching, kept up to date while it is written to: all workers share the
// newest state, which is read in the background and put in the place of the old one at once.
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
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/readable_index.hpp"
#include "server/query/expand/office_index.hpp"
#include "server/query/expand/synonym_index.hpp"
#include "server/search/query_cache.hpp"

namespace pressoir::search {

struct LoadedRevision;

// What is told of the newest state.
struct ArchiveSummary {
  std::string revision;
  std::uint64_t documents = 0;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated = 0;  // last commit, seconds since 1970; 0 when unknown
};

struct ArchiveOptions {
  std::chrono::milliseconds poll_interval{500};  // between two looks for a new revision
  // For a shard elsewhere to be connected to, and for each of its answers.
  std::chrono::milliseconds shard_timeout = index::kShardTimeout;
  std::size_t cache_bytes = 0;  // of what searches found; 0: nothing is kept
};

class Archive {
 public:
  // Errors as IndexReader::open has them, but for kUnavailable: an archive of which a shard does
  // not answer is opened without a state, and reads it once all answer.
  static base::Result<std::unique_ptr<Archive>> open(const std::string& path,
                                                     const ArchiveOptions& options = {});
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // The newest state; null before the first one. Shared because each search holds the state it
  // began with until it ends.
  std::shared_ptr<const LoadedRevision> newest() const;

  // A state and a handle of the index at it, for one thread.
  struct Opened {
    std::shared_ptr<const LoadedRevision> revision;
    index::ReadableIndex index;
  };

  // The newest state with the index as it was then, which it may no longer be: handles are opened
  // when a state is read. Nothing when none is left: more were asked for than there are readers, or
  // shards elsewhere are part of the archive.
  std::optional<Opened> take_opened();

  // Tells that one thread more, or less, reads states.
  void add_reader() noexcept { ++readers_; }
  void remove_reader() noexcept { --readers_; }

  ArchiveSummary summary() const;

  const std::string& path() const { return path_; }
  const gazetteer::Gazetteer& gazetteer() const { return gazetteer_; }
  const query::expand::OfficeIndex& offices() const { return offices_; }
  const query::expand::SynonymIndex& synonyms() const { return synonyms_; }
  QueryCache& cache() { return cache_; }

  // Looks for a new revision now instead of at the next poll.
  base::Result<void> refresh();

  // The index at its newest revision. Errors as IndexReader::open has them.
  base::Result<index::ReadableIndex> open_index() const;

  // kUnavailable when a shard did not answer when last asked: a search need not wait for it then.
  base::Result<void> reachable() const;

  // What a search has met. After kUnavailable, the archive is not reachable() until a look for a
  // new revision succeeds.
  void note(const base::Result<void>& reached);

 private:
  Archive(std::string path, const ArchiveOptions& options, gazetteer::Gazetteer gazetteer,
          std::span<const gazetteer::SynonymSet> synonyms);
  base::Result<void> read_newest();
  std::vector<index::ReadableIndex> open_handles(const index::ReadableIndex& index) const;
  void follow(const std::stop_token& stop);

  std::string path_;
  ArchiveOptions options_;
  gazetteer::Gazetteer gazetteer_;
  query::expand::OfficeIndex offices_;
  query::expand::SynonymIndex synonyms_;
  QueryCache cache_;
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
