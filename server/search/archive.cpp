#include "server/search/archive.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "indexer/index/translate.hpp"
#include "server/query/expand/gazetteer_index.hpp"

namespace pressoir::search {
namespace {

// Loads the revision of `index`: only what changed since `known` when the change log of the index
// reaches back that far, else everything. `known` may be null.
base::Result<std::shared_ptr<const LoadedRevision>> load(const LoadedRevision* known,
                                                         const index::ReadableIndex& index,
                                                         const Archive& archive) {
  if (known != nullptr) {
    if (const auto changes = find_changes(known->snapshot, index)) {
      return std::make_shared<const LoadedRevision>(*known, *changes, archive.gazetteer());
    }
  }
  // Two threads read a revision, and a handle serves one of them. A second handle may be opened
  // after a writer's next commit: the caller then tries again.
  const auto second = archive.open_index();
  if (!second) return second.error();
  if (second->revisions() != index.revisions()) {
    return base::Error{base::Errc::kIndexChanged,
                       "the index in " + archive.path() + " has moved on"};
  }
  return std::make_shared<const LoadedRevision>(index, *second, archive.gazetteer());
}

}  // namespace

Archive::Archive(std::string path, const ArchiveOptions& options,
                 const gazetteer::Gazetteer& gazetteer)
    : path_(std::move(path)), options_(options), gazetteer_(gazetteer) {}

Archive::~Archive() = default;

base::Result<std::unique_ptr<Archive>> Archive::open(const std::string& path,
                                                     const ArchiveOptions& options) {
  const auto gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return gazetteer.error();
  // What queries are expanded with is part of the program: it fails here or never.
  if (const auto names = query::expand::GazetteerNames::load(); !names) return names.error();
  std::unique_ptr<Archive> archive(new Archive(path, options, **gazetteer));
  // A server starts before its shards do, or while one is away: it then answers 503 until all are
  // there. Any other failure would not mend itself.
  const auto first = archive->refresh();
  if (!first && first.error().code != base::Errc::kUnavailable) return first.error();
  archive->follower_ =
      std::jthread([raw = archive.get()](const std::stop_token& stop) { raw->follow(stop); });
  return archive;
}

std::shared_ptr<const LoadedRevision> Archive::newest() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

ArchiveSummary Archive::summary() const {
  const auto revision = newest();
  if (!revision) return {};
  const store::Snapshot& snapshot = revision->snapshot;
  return {snapshot.name(), snapshot.documents, snapshot.first_date, snapshot.last_date,
          snapshot.updated};
}

base::Result<index::ReadableIndex> Archive::open_index() const {
  return index::open_database(path_, options_.shard_timeout);
}

base::Result<void> Archive::reachable() const {
  const std::lock_guard lock(mutex_);
  if (failure_) return *failure_;
  return {};
}

void Archive::note(const base::Result<void>& reached) {
  const bool is_away = !reached && reached.error().code == base::Errc::kUnavailable;
  const std::lock_guard lock(mutex_);
  // A line when an outage begins and one when it ends, not one at each poll.
  if (is_away && !failure_) spdlog::warn("{}", reached.error().message);
  if (reached && failure_) spdlog::info("all shards of {} answer again", path_);
  if (is_away) failure_ = reached.error();
  if (reached) failure_.reset();
}

base::Result<void> Archive::refresh() {
  const std::lock_guard one_at_a_time(refresh_mutex_);
  // Xapian keeps the blocks of a revision until the second commit after it: a writer that commits
  // twice while the columns are read makes this reading fail.
  constexpr int kTries = 5;
  base::Result<void> result;
  for (int i = 0; i < kTries; ++i) {
    result = read_newest();
    if (result || result.error().code != base::Errc::kIndexChanged) break;
  }
  note(result);
  return result;
}

std::optional<Archive::Opened> Archive::take_opened() {
  const std::lock_guard lock(mutex_);
  if (handles_.empty()) return std::nullopt;
  Opened opened{current_, std::move(handles_.back())};
  handles_.pop_back();
  return opened;
}

// Handles for all readers but one, which gets `index` itself. Fewer when the index changes
// meanwhile: the other readers then open their own, or wait for the next revision.
std::vector<index::ReadableIndex> Archive::open_handles(const index::ReadableIndex& index) const {
  std::vector<index::ReadableIndex> handles;
  while (!index.has_remote() && handles.size() + 1 < readers_) {
    auto handle = open_index();
    if (!handle || handle->revisions() != index.revisions()) break;
    handles.push_back(*std::move(handle));
  }
  return handles;
}

base::Result<void> Archive::read_newest() {
  // A new handle each time, because reopen() of an old one would not notice that the folder was
  // replaced by that of a rebuilt index.
  auto index = open_index();
  if (!index) return index.error();
  return index::guarded(path_, [&]() -> base::Result<void> {
    const auto known = newest();
    if (!known || !known->snapshot.is_of(*index)) {
      // Opened before loading, during which a writer may commit.
      std::vector<index::ReadableIndex> handles = open_handles(*index);
      auto fresh = load(known.get(), *index, *this);
      if (!fresh) return fresh.error();
      const std::lock_guard lock(mutex_);
      current_ = *std::move(fresh);
      handles_ = std::move(handles);
    }
    const std::lock_guard lock(mutex_);
    if (!index->has_remote() && handles_.size() < readers_) handles_.push_back(*std::move(index));
    return {};
  });
}

void Archive::follow(const std::stop_token& stop) {
  std::mutex sleep_mutex;
  while (!stop.stop_requested()) {
    std::unique_lock lock(sleep_mutex);
    wake_.wait_for(lock, stop, options_.poll_interval, [] { return false; });
    // A failure (a folder being swapped, a network mount that is away) keeps the old revision; the
    // next poll may succeed, and a search that needs the index reports the error itself.
    if (!stop.stop_requested()) static_cast<void>(refresh());
  }
}

}  // namespace pressoir::search
