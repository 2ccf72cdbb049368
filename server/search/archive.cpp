#include "server/search/archive.hpp"

#include <utility>

#include "indexer/index/open.hpp"
#include "indexer/index/translate.hpp"
#include "server/search/snapshot.hpp"

namespace pressoir::search {
namespace {

// That of `database`, from what changed since `known` when that can be told; `known` may be null.
base::Result<std::shared_ptr<const Snapshot>> read_snapshot(const Snapshot* known,
                                                            const Xapian::Database& database,
                                                            const std::string& path,
                                                            const gazetteer::Gazetteer& gazetteer) {
  if (known != nullptr) {
    if (const auto changes = find_changes(*known, database)) {
      return std::make_shared<const Snapshot>(*known, *changes, gazetteer);
    }
  }
  const auto second = index::open_database(path);
  if (!second) return second.error();
  if (second->get_revision() != database.get_revision() ||
      second->get_uuid() != database.get_uuid()) {
    return base::Error{base::Errc::kIndexChanged, "the index in " + path + " has moved on"};
  }
  return std::make_shared<const Snapshot>(database, *second, gazetteer);
}

}  // namespace

Archive::Archive(std::string path, const ArchiveOptions& options, gazetteer::Gazetteer gazetteer,
                 std::span<const gazetteer::SynonymSet> synonyms)
    : path_(std::move(path)),
      options_(options),
      gazetteer_(std::move(gazetteer)),
      offices_(gazetteer_),
      synonyms_(synonyms),
      cache_(options.cache_bytes) {}

Archive::~Archive() = default;

base::Result<std::unique_ptr<Archive>> Archive::open(const std::string& path,
                                                     const ArchiveOptions& options) {
  auto gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return gazetteer.error();
  const auto synonyms = gazetteer::load_synonyms();
  if (!synonyms) return synonyms.error();
  std::unique_ptr<Archive> archive(new Archive(path, options, *std::move(gazetteer), *synonyms));
  if (const auto first = archive->refresh(); !first) return first.error();
  archive->follower_ =
      std::jthread([raw = archive.get()](std::stop_token stop) { raw->follow(std::move(stop)); });
  return archive;
}

std::shared_ptr<const Snapshot> Archive::snapshot() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

ArchiveSummary Archive::summary() const {
  const auto newest = snapshot();
  return {newest->name(), newest->documents, newest->first_date, newest->last_date,
          newest->updated};
}

base::Result<void> Archive::refresh() {
  const std::lock_guard one_at_a_time(refresh_mutex_);
  // A writer that commits twice while the columns are read makes this reading void: read again.
  constexpr int kTries = 5;
  base::Result<void> result;
  for (int i = 0; i < kTries; ++i) {
    result = read_newest();
    if (result || result.error().code != base::Errc::kIndexChanged) break;
  }
  return result;
}

base::Result<void> Archive::read_newest() {
  // Opened afresh each time: a folder that was swapped for a rebuilt one is followed too.
  const auto database = index::open_database(path_);
  if (!database) return database.error();
  return index::guarded(path_, [&]() -> base::Result<void> {
    const auto known = snapshot();
    if (known && known->is_of(*database)) return {};
    auto fresh = read_snapshot(known.get(), *database, path_, gazetteer_);
    if (!fresh) return fresh.error();
    const std::lock_guard lock(mutex_);
    current_ = *std::move(fresh);
    cache_.clear();
    return {};
  });
}

void Archive::follow(std::stop_token stop) {
  std::mutex sleep_mutex;
  while (!stop.stop_requested()) {
    std::unique_lock lock(sleep_mutex);
    wake_.wait_for(lock, stop, options_.poll_interval, [] { return false; });
    // A failure (a folder being swapped, a network mount that is away) leaves the state in place;
    // the next look may succeed, and a search that needs more than the state says so itself.
    if (!stop.stop_requested()) static_cast<void>(refresh());
  }
}

}  // namespace pressoir::search
