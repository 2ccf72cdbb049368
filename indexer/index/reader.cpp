#include "indexer/index/reader.hpp"

#include <xapian.h>

#include <filesystem>
#include <sstream>
#include <utility>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/index/folder.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/translate.hpp"

namespace pressoir::index {
namespace {

// The folders of the index, or of its shards; an error when some are on other machines.
base::Result<std::vector<std::string>> folders_of(const std::string& path) {
  const auto stub = stub_file(path);
  if (!stub) return std::vector{path};
  const auto shards = read_stub(*stub);
  if (!shards) return shards.error();
  std::vector<std::string> folders;
  for (const ShardAddress& shard : *shards) {
    if (shard.is_remote()) {
      return base::Error{base::Errc::kBadParameter,
                         "the shard " + shard.name() + " of " + path +
                             " is elsewhere: check its index on its own machine"};
    }
    folders.push_back(shard.folder);
  }
  return folders;
}

// 0 when a part of the index is on another machine.
std::uint64_t size_on_disk(const std::string& path) {
  const auto folders = folders_of(path);
  if (!folders) return 0;
  std::uint64_t bytes = 0;
  for (const std::string& folder : *folders) bytes += bytes_on_disk(database_path(folder));
  return bytes;
}

void read_dates(const ReadableIndex& index, IndexStats& stats) {
  std::string first;
  std::string last;
  for_each_value_unordered(index, kDateSlot, [&](Xapian::docid, const std::string& date) {
    ++stats.dated;
    if (first.empty() || date < first) first = date;
    if (date > last) last = date;
  });
  // As strings, `2012` sorts before `201212` and `20121205`: a partial date before its days.
  stats.first_date = date_from_value(first);
  stats.last_date = date_from_value(last);
}

// What can be done is in the message: an index cannot be repaired, but built again.
base::Error damaged(const std::string& path, const std::string& what) {
  return {base::Errc::kIndexCorrupt, "the index in " + path + " is damaged: " + what +
                                         "; restore it from a backup or build it again"};
}

// Runs before anything is read: Xapian 1.4 reads freed memory when it looks up a key in a block
// that was overwritten.
base::Result<void> check_structure(const std::string& path) {
  const std::string database = database_path(path);
  std::error_code absent;
  if (!std::filesystem::exists(database + "/iamglass", absent))
    return {};  // opening says what it is
  return guarded(path, [&]() -> base::Result<void> {
    std::ostringstream findings;
    if (Xapian::Database::check(database, 0, &findings) == 0) return {};
    return damaged(path, findings.str());
  });
}

}  // namespace

struct IndexReader::State {
  std::string path;
  ReadableIndex database;
};

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

base::Result<IndexReader> IndexReader::open(const std::string& path) {
  auto database = open_database(path);
  if (!database) return database.error();
  return IndexReader(std::make_unique<State>(State{path, *std::move(database)}));
}

base::Result<base::Document> IndexReader::document(std::string_view id) const {
  return guarded(state_->path, [&]() -> base::Result<base::Document> {
    const std::string key = term(kIdPrefix, id);
    const auto posting = state_->database.postlist_begin(key);
    if (posting == state_->database.postlist_end(key)) {
      return base::Error{base::Errc::kNotFound,
                         "no document has the id " + std::string(base::clip_utf8(id, 100))};
    }
    return decode_document(state_->database.get_document(*posting).get_data());
  });
}

// Figures that Xapian keeps, but for the dates, which are read from the value slot.
base::Result<IndexStats> IndexReader::stats() const {
  return guarded(state_->path, [&]() -> base::Result<IndexStats> {
    const ReadableIndex& database = state_->database;
    IndexStats stats;
    stats.documents = database.get_doccount();
    stats.terms = static_cast<std::uint64_t>(database.get_total_length());
    stats.bytes = size_on_disk(state_->path);
    stats.schema = database.metadata(kSchemaKey);
    stats.analyzer = database.metadata(kAnalyzerKey);
    stats.updated = database.updated();
    read_dates(database, stats);
    return stats;
  });
}

base::Result<void> IndexReader::for_each(
    const std::function<bool(const base::Document&)>& visit) const {
  return guarded(state_->path, [&]() -> base::Result<void> {
    const Xapian::Database& database = state_->database;
    // The terms of ids are sorted: this is the order of ids without sorting.
    const std::string prefix(kIdPrefix);
    for (auto id = database.allterms_begin(prefix); id != database.allterms_end(prefix); ++id) {
      const auto posting = database.postlist_begin(*id);
      const auto document = decode_document(database.get_document(*posting).get_data());
      if (!document) return document.error();
      if (!visit(*document)) break;
    }
    return {};
  });
}

namespace {

// One index of this machine: structure, then every document against its id, in both directions.
base::Result<std::uint64_t> check_folder(const std::string& path) {
  if (const auto sound = check_structure(path); !sound) return sound.error();
  return guarded(path, [&]() -> base::Result<std::uint64_t> {
    const auto database = open_database(path);
    if (!database) return database.error();
    const auto is_only_one = [&](const std::string& id, Xapian::docid number) {
      const auto posting = database->postlist_begin(term(kIdPrefix, id));
      return posting != database->postlist_end("") && *posting == number &&
             database->get_termfreq(term(kIdPrefix, id)) == 1;
    };
    std::uint64_t documents = 0;
    for (auto posting = database->postlist_begin(""); posting != database->postlist_end("");
         ++posting, ++documents) {
      const Xapian::Document stored = database->get_document(*posting);
      const auto document = decode_document(stored.get_data());
      if (!document) return document.error();
      if (document->id != stored.get_value(kIdSlot)) {
        return damaged(path, "the document at " + document->url + " has another's id");
      }
      if (!is_only_one(document->id, *posting)) {
        return damaged(path, "the document at " + document->url + " is not found by its id");
      }
    }
    return documents;
  });
}

}  // namespace

base::Result<std::uint64_t> check_index(const std::string& path) {
  // Whether each can be opened, and whether a shard is named twice.
  const auto reader = IndexReader::open(path);
  if (!reader) return reader.error();
  const auto folders = folders_of(path);
  if (!folders) return folders.error();
  std::uint64_t documents = 0;
  for (const std::string& folder : *folders) {
    const auto checked = check_folder(folder);
    if (!checked) return checked.error();
    documents += *checked;
  }
  return documents;
}

}  // namespace pressoir::index
