#include "indexer/index/rebuild.hpp"

#include <xapian.h>

#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index/change_log.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/index/folder.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/segments.hpp"
#include "indexer/index/translate.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {
namespace {

using base::Result;

// Documents keep the instant at which they were first indexed: it is stored with them.
Result<std::uint64_t> analyse_again(const Xapian::Database& from, const std::string& path,
                                    Segments& segments) {
  std::uint64_t documents = 0;
  const auto end = from.postlist_end("");
  for (auto number = from.postlist_begin(""); number != end; ++number) {
    auto document = decode_document(from.get_document(*number).get_data());
    if (!document) {
      return base::Error{base::Errc::kIndexMismatch,
                         "the documents of " + path +
                             " are kept in another version's form: build the index again in a new "
                             "folder with pressoir-index add --db"};
    }
    if (const Result<void> added = segments.add(*std::move(document)); !added) return added.error();
    ++documents;
  }
  return documents;
}

// Labels and the time of the last commit; what names the version is this program's.
void copy_metadata(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key) {
    to.set_metadata(*key, from.get_metadata(*key));
  }
  to.set_metadata(std::string(kSchemaKey), std::string(kSchemaVersion));
  to.set_metadata(std::string(kAnalyzerKey), text::analyzer_digest());
}

// The live generation is only read: searches go on, and whoever kills this leaves it as it was. The
// new one takes its place by one rename, as after a load.
Result<std::uint64_t> rebuild(const std::string& path, unsigned jobs) {
  Result<WritableIndex> current = open_index_of_any_version(path);
  if (!current) return current.error();
  const std::string old_folder = generation_folder(path, current->generation);
  // Segments and the merged index are there at the same time, beside the old one.
  if (auto has_room = require_space(path, 2 * bytes_on_disk(old_folder), path); !has_room) {
    return has_room.error();
  }
  const std::uint64_t next = current->generation + 1;
  const std::string folder = generation_folder(path, next);
  Segments segments({.folder = loading_folder(path), .path = path, .jobs = jobs});
  const Result<std::uint64_t> documents = analyse_again(current->database, path, segments);
  if (!documents) return documents.error();
  const auto sources = segments.finish();
  if (!sources) return sources.error();
  if (!sources->empty()) merge_databases(*sources, folder, Merge::kToFolder);
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
  copy_metadata(current->database, database);
  log_changes(database, {});  // a new UUID: readers load it whole
  database.commit();
  if (const auto published = publish_generation(path, next); !published) return published.error();
  current->database.close();
  remove_leftovers(path);
  return *documents;
}

}  // namespace

Result<std::uint64_t> rebuild_index(const std::string& path, unsigned jobs) {
  return guarded(path, [&] { return rebuild(path, jobs); });
}

}  // namespace pressoir::index
