#include "indexer/index/open.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/index/folder.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/translate.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::Error;

Error not_an_index(const std::string& path, const std::string& why) {
  return {Errc::kNotAnIndex, path + " " + why};
}

// The one message for every mismatch: what was found, what this program needs, and what to run.
// Documents that were stored by another table of fields cannot be read, only what they were made
// of.
Error other_version(const std::string& path, const std::string& schema,
                    const std::string& analyzer) {
  const bool is_readable = schema.ends_with(kSchemaVersion.substr(kSchemaVersion.find('-')));
  return {Errc::kIndexMismatch,
          "the index in " + path + " was made by another version (schema " + schema +
              ", analyzer " + analyzer + "; this program: schema " + std::string(kSchemaVersion) +
              ", analyzer " + text::analyzer_digest() + "): " +
              (is_readable ? "run pressoir-index rebuild --db " + path
                           : "build it again in a new folder with pressoir-index add --db")};
}

// Nothing when the metadata are those of this program. A generation has them from the first, so one
// without is damaged.
base::Result<void> check_metadata(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(std::string(kSchemaKey));
  const std::string analyzer = database.get_metadata(std::string(kAnalyzerKey));
  if (schema.empty() && current_generation(path)) {
    return Error{Errc::kIndexCorrupt,
                 "the index in " + path + " is damaged: its version is missing"};
  }
  if (schema.empty()) {
    return not_an_index(path, "is a Xapian database, but not one that pressoir-index made");
  }
  if (schema == kSchemaVersion && analyzer == text::analyzer_digest()) return {};
  return other_version(path, schema, analyzer);
}

base::Result<Xapian::Database> open_read_only(const std::string& path, const std::string& at) {
  return guarded(path, [&]() -> base::Result<Xapian::Database> {
    Xapian::Database database(at);
    if (const auto checked = check_metadata(database, path); !checked) return checked.error();
    return database;
  });
}

// Names the other process when it has written its number, as writers of this version do.
Error locked(const std::string& path) {
  const std::string name = writer_name(path);
  return {Errc::kIndexLocked, "another process" + (name.empty() ? "" : " (" + name + ")") +
                                  " is writing to the index in " + path +
                                  "; try again when it has ended"};
}

// Opens for writing, which takes Xapian's lock file; the lock ends with the process, so that a
// killed writer leaves none. `action` is one of Xapian's DB_CREATE_… or DB_OPEN.
base::Result<Xapian::WritableDatabase> lock(const std::string& path, std::uint64_t generation,
                                            int action) {
  auto database = guarded(path, [&]() -> base::Result<Xapian::WritableDatabase> {
    return Xapian::WritableDatabase(generation_folder(path, generation),
                                    action | Xapian::DB_BACKEND_GLASS);
  });
  if (!database && database.error().code == Errc::kIndexLocked) return locked(path);
  if (database) name_writer(path);
  return database;
}

// Schema and analyzer are committed before the generation is published: readers never see an index
// without them.
base::Result<WritableIndex> make_index(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return Error{Errc::kUnreadable, path + ": " + error.message()};
  constexpr std::uint64_t kFirst = 1;
  auto database = lock(path, kFirst, Xapian::DB_CREATE_OR_OVERWRITE);
  if (!database) return database.error();
  const auto committed = guarded(path, [&]() -> base::Result<void> {
    database->set_metadata(std::string(kSchemaKey), std::string(kSchemaVersion));
    database->set_metadata(std::string(kAnalyzerKey), text::analyzer_digest());
    database->commit();
    return {};
  });
  if (!committed) return committed.error();
  if (const auto published = publish_generation(path, kFirst); !published) {
    return published.error();
  }
  return WritableIndex{*std::move(database), kFirst};
}

// What stays the same as long as a path leads to the same file or folder; nothing when to none.
std::optional<std::pair<dev_t, ino_t>> identity(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return std::pair(status.st_dev, status.st_ino);
}

// True for a folder in which a writer was stopped before its index was whole: it holds nothing that
// a writer did not put there, and no stub, which is written last. Before there were generations,
// Xapian's own files stood there.
bool is_unfinished_index(const fs::path& path) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const fs::path name = entry.path().filename();
    const bool is_ours = name == "generation-1" || name == "XAPIANDB.tmp" || name == "writer" ||
                         name == "flintlock" || name == "iamglass.tmp" ||
                         name.extension() == ".glass";
    if (!is_ours) return false;
  }
  return !error;
}

// True when an index has to be made at `path`.
base::Result<bool> is_vacant(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return true;
  if (error) return Error{Errc::kUnreadable, path + ": " + error.message()};
  if (status.type() != fs::file_type::directory) {
    return not_an_index(path, "is a file, not the folder of an index");
  }
  const bool empty = fs::is_empty(path, error);
  if (error) return Error{Errc::kUnreadable, path + ": " + error.message()};
  if (empty || current_generation(path) || fs::exists(fs::path(path) / "iamglass", error)) {
    return empty;
  }
  if (is_unfinished_index(path)) return true;
  return not_an_index(path, "holds something else than an index: name an empty or a new folder");
}

// The two common slips, a path that leads nowhere and an empty folder, get messages of their own.
base::Result<Xapian::Database> open_folder(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return Error{Errc::kNotFound,
                 "there is no index in " + path + ": make one with pressoir-index add --db"};
  }
  if (status.type() == fs::file_type::directory && fs::is_empty(path, error)) {
    return not_an_index(path, "is an empty folder: make an index with pressoir-index add --db");
  }
  // A generation may be removed, or the whole folder exchanged for another, between the opening of
  // one of its files and of the next: what was opened then is of two indexes, or damaged.
  constexpr int kTries = 5;
  for (int attempt = 1;; ++attempt) {
    const std::string at = database_path(path);
    const auto before = identity(at);
    auto opened = open_read_only(path, at);
    const bool stayed = before && database_path(path) == at && identity(at) == before;
    if (stayed || attempt == kTries) return opened;
  }
}

// A remote shard says its schema and analyzer itself: it is checked like a local one.
base::Result<Xapian::Database> open_elsewhere(const std::string& stub, const ShardAddress& address,
                                              std::chrono::milliseconds timeout) {
  return guarded(stub, [&]() -> base::Result<Xapian::Database> {
    const auto limit = static_cast<unsigned>(timeout.count());
    Xapian::Database database = Xapian::Remote::open(address.host, address.port, limit, limit);
    const auto checked = check_metadata(database, address.name());
    if (!checked) return checked.error();
    return database;
  });
}

base::Result<std::vector<Shard>> open_shards(const std::string& stub,
                                             std::chrono::milliseconds timeout) {
  const auto addresses = read_stub(stub);
  if (!addresses) return addresses.error();
  std::vector<Shard> shards;
  // An index named twice would count every document twice.
  std::set<std::string> known;  // UUIDs
  for (const ShardAddress& address : *addresses) {
    const std::string line = stub + ", line " + std::to_string(address.line) + ": ";
    if (!address.is_remote() && stub_file(address.folder)) {
      return Error{Errc::kNotAnIndex, line + address.folder + " is not the folder of an index"};
    }
    auto database =
        address.is_remote() ? open_elsewhere(stub, address, timeout) : open_folder(address.folder);
    if (!database) return Error{database.error().code, line + database.error().message};
    if (!known.insert(database->get_uuid()).second) {
      return Error{Errc::kNotAnIndex, line + "the index of another line again"};
    }
    shards.push_back({*std::move(database), address.is_remote()});
  }
  return shards;
}

}  // namespace

base::Result<ReadableIndex> open_database(const std::string& path,
                                          std::chrono::milliseconds shard_timeout) {
  return guarded(path, [&]() -> base::Result<ReadableIndex> {
    if (const auto stub = stub_file(path)) {
      auto shards = open_shards(*stub, shard_timeout);
      if (!shards) return shards.error();
      return ReadableIndex(*std::move(shards));
    }
    auto database = open_folder(path);
    if (!database) return database.error();
    return ReadableIndex({{*std::move(database)}});
  });
}

namespace {

base::Result<WritableIndex> lock_generation(const std::string& path, std::uint64_t generation) {
  auto database = lock(path, generation, Xapian::DB_OPEN);
  if (!database) return database.error();
  // Published by another writer before this one had the lock: what is locked is of no use.
  if (current_generation(path) != generation) return locked(path);
  return WritableIndex{*std::move(database), generation};
}

}  // namespace

// What is checked before the lock is checked again after it where another writer may have come
// between.
base::Result<WritableIndex> open_writable_index(const std::string& path) {
  const auto vacant = is_vacant(path);
  if (!vacant) return vacant.error();
  if (*vacant) return make_index(path);
  const auto generation = current_generation(path);
  if (!generation) {
    // Of a version without generations, or another program's.
    const auto other = open_read_only(path, path);
    return other ? other_version(path, "4", text::analyzer_digest()) : other.error();
  }
  auto index = lock_generation(path, *generation);
  if (!index) return index.error();
  if (const auto checked = check_metadata(index->database, path); !checked) return checked.error();
  remove_leftovers(path);
  return index;
}

base::Result<WritableIndex> open_index_of_any_version(const std::string& path) {
  const auto generation = current_generation(path);
  if (!generation) {
    const auto reason = open_folder(path);
    return reason ? not_an_index(path,
                                 "was made by a version that kept no generations: build it "
                                 "again in a new folder with pressoir-index add --db")
                  : reason.error();
  }
  auto index = lock_generation(path, *generation);
  if (!index) return index.error();
  if (index->database.get_metadata(std::string(kSchemaKey)).empty()) {
    return check_metadata(index->database, path).error();
  }
  remove_leftovers(path);
  return index;
}

}  // namespace pressoir::index
