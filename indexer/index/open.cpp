#include "indexer/index/open.hpp"

#include <filesystem>
#include <system_error>

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

// Nothing when the metadata are those of this program.
base::Result<void> check_metadata(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(std::string(kSchemaKey));
  const std::string analyzer = database.get_metadata(std::string(kAnalyzerKey));
  if (schema.empty()) {
    return not_an_index(path, "is a Xapian database, but not one that pressoir-index made");
  }
  if (schema == kSchemaVersion && analyzer == text::analyzer_digest()) return {};
  return Error{Errc::kIndexMismatch,
               "the index in " + path + " was made by another version (schema " + schema +
                   ", analyzer " + analyzer + "; this program: schema " +
                   std::string(kSchemaVersion) + ", analyzer " + text::analyzer_digest() +
                   "): build it again in a new folder with pressoir-index add --db"};
}

// True for a folder in which Xapian was stopped before its index was whole: it holds nothing that
// Xapian did not put there, and no version file, which is written last.
bool is_unfinished_index(const fs::path& path) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const fs::path name = entry.path().filename();
    if (name != "flintlock" && name != "iamglass.tmp" && name.extension() != ".glass") return false;
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
  if (empty || fs::exists(fs::path(path) / "iamglass", error)) return empty;
  if (is_unfinished_index(path)) return true;
  return not_an_index(path, "holds something else than an index: name an empty or a new folder");
}

}  // namespace

base::Result<Xapian::Database> open_database(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return Error{Errc::kNotFound,
                 "there is no index in " + path + ": make one with pressoir-index add --db"};
  }
  if (status.type() == fs::file_type::directory && fs::is_empty(path, error)) {
    return not_an_index(path, "is an empty folder: make an index with pressoir-index add --db");
  }
  return guarded(path, [&]() -> base::Result<Xapian::Database> {
    Xapian::Database database(path);
    if (const auto checked = check_metadata(database, path); !checked) return checked.error();
    return database;
  });
}

base::Result<Xapian::WritableDatabase> open_writable_database(const std::string& path) {
  const auto vacant = is_vacant(path);
  if (!vacant) return vacant.error();
  return guarded(path, [&]() -> base::Result<Xapian::WritableDatabase> {
    if (*vacant) {
      std::error_code error;
      fs::create_directories(path, error);
      if (error) return Error{Errc::kUnreadable, path + ": " + error.message()};
    }
    const int action = *vacant ? Xapian::DB_CREATE_OR_OVERWRITE : Xapian::DB_OPEN;
    Xapian::WritableDatabase database(path, action | Xapian::DB_BACKEND_GLASS);
    const bool is_new =
        database.get_doccount() == 0 && database.get_metadata(std::string(kSchemaKey)).empty();
    if (is_new) {
      database.set_metadata(std::string(kSchemaKey), std::string(kSchemaVersion));
      database.set_metadata(std::string(kAnalyzerKey), text::analyzer_digest());
      database.commit();
    }
    if (const auto checked = check_metadata(database, path); !checked) return checked.error();
    return database;
  });
}

}  // namespace pressoir::index
