#include "indexer/index/writer.hpp"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/index/change_log.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/index/document_terms.hpp"
#include "indexer/index/folder.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/segments.hpp"
#include "indexer/index/translate.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {
namespace {

using base::Document;
using base::Result;

// Xapian's numbers of the documents with this id, in the order in which they were put.
std::vector<Xapian::docid> find_all(const Xapian::Database& database, std::string_view id) {
  const std::string key = term(kIdPrefix, id);
  return {database.postlist_begin(key), database.postlist_end(key)};
}

// Of documents that were put several times into segments only the last one stays.
void remove_superseded(const std::set<std::string>& ids, Xapian::WritableDatabase& database) {
  constexpr std::size_t kCommitEvery = 1000;  // documents, so that memory stays bounded
  std::size_t removed = 0;
  for (const std::string& id : ids) {
    std::vector<Xapian::docid> numbers = find_all(database, id);
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
      database.delete_document(numbers[i]);
      if (++removed % kCommitEvery == 0) database.commit();
    }
  }
}

}  // namespace

// New documents that are in segments and not in the index yet.
struct Loading {
  Segments segments;
  std::unordered_set<std::size_t> ids;  // hashed
  std::set<std::string> superseded;     // ids that were put more than once
  std::size_t bytes = 0;

  explicit Loading(SegmentOptions options) : segments(std::move(options)) {}

  bool contains(std::string_view id) const {
    return ids.contains(std::hash<std::string_view>()(id));
  }

  Result<void> add(Document document) {
    if (!ids.insert(std::hash<std::string_view>()(document.id)).second) {
      superseded.insert(document.id);
    }
    bytes += document.text.size();
    return segments.add(std::move(document));
  }
};

struct IndexWriter::State {
  std::string path;
  WriterOptions options;
  WritableIndex index;
  text::Analyzer analyzer{text::Depth::kSpelling};
  std::unordered_map<std::string, std::string> labels;  // known to be in the index
  std::unique_ptr<Loading> loading;
  std::size_t direct_documents = 0;   // new ones, written straight into the index
  std::size_t uncommitted_bytes = 0;  // of what was written straight into the index
  std::size_t merged_bytes = 0;       // of all segments so far
  DocumentNumbers changed;            // since the last commit, straight in the index
  bool is_dirty = false;
  std::int64_t now = 0;  // of the last put

  Xapian::WritableDatabase& database() { return index.database; }

  // The number Xapian gave the document, 0 when there is none.
  Xapian::docid find(std::string_view id) const {
    const std::string key = term(kIdPrefix, id);
    const Xapian::PostingIterator posting = index.database.postlist_begin(key);
    return posting == index.database.postlist_end(key) ? 0 : *posting;
  }

  // Whether segments pay: a merge copies the whole index, which few documents are not worth.
  bool are_many() const {
    return direct_documents >= options.most_direct_documents &&
           direct_documents * 8 >= index.database.get_doccount() - direct_documents;
  }

  // A document that the index has is replaced in place; a new one goes into a segment when there
  // are many.
  Result<PutOutcome> put(Document document) {
    document.first_indexed = now;
    const Xapian::docid number = find(document.id);
    if (number != 0) return replace(number, std::move(document));
    if (loading || are_many()) return load(std::move(document));
    changed.push_back(database().add_document(
        make_xapian_document(document, encode_document(document), analyzer)));
    ++direct_documents;
    if (const Result<void> counted = count_written(document); !counted) return counted.error();
    return PutOutcome::kAdded;
  }

  Result<PutOutcome> replace(Xapian::docid number, Document document) {
    // Compares documents, not bytes: another version of zstd may compress to other bytes.
    const auto before = decode_document(database().get_document(number).get_data());
    if (before) document.first_indexed = before->first_indexed;
    if (before && *before == document) return PutOutcome::kUnchanged;
    database().replace_document(
        number, make_xapian_document(document, encode_document(document), analyzer));
    changed.push_back(number);
    if (const Result<void> counted = count_written(document); !counted) return counted.error();
    return PutOutcome::kUpdated;
  }

  Result<PutOutcome> load(Document document) {
    if (!loading) {
      loading = std::make_unique<Loading>(
          SegmentOptions{.folder = loading_folder(path), .path = path, .jobs = options.jobs});
    }
    const PutOutcome outcome =
        loading->contains(document.id) ? PutOutcome::kUpdated : PutOutcome::kAdded;
    if (const Result<void> added = loading->add(std::move(document)); !added) return added.error();
    // Each merge waits for as much text as all before it together: the total copied stays within
    // twice the last merge.
    if (loading->bytes >= std::max(options.merge_every_bytes, merged_bytes)) {
      if (const Result<void> committed = commit(); !committed) return committed.error();
    }
    return outcome;
  }

  // Commits when Xapian buffers enough: what is not committed is in memory, and lost by kill -9.
  Result<void> count_written(const Document& document) {
    is_dirty = true;
    uncommitted_bytes += document.text.size();
    return uncommitted_bytes < options.commit_every_bytes ? Result<void>() : commit_direct();
  }

  Result<void> commit_direct() {
    if (!is_dirty) return {};
    auto has_room = require_space(path, kWrittenPerTextByte * uncommitted_bytes, path);
    if (!has_room) return has_room;
    if (now != 0) database().set_metadata(std::string(kUpdatedKey), std::to_string(now));
    log_changes(database(), std::exchange(changed, {}));
    database().commit();
    is_dirty = false;
    uncommitted_bytes = 0;
    return {};
  }

  Result<void> commit() {
    if (!loading) return commit_direct();
    is_dirty = true;  // so that the time of the last commit is written, and merged
    if (Result<void> committed = commit_direct(); !committed) return committed;
    Result<std::vector<std::string>> segments = loading->segments.finish();
    if (!segments) return segments.error();
    Result<void> merged = merge(*std::move(segments));
    if (!merged) return merged;
    merged_bytes += loading->bytes;
    loading.reset();
    return {};
  }

  // Makes the next generation of the index and the segments.
  Result<void> merge(std::vector<std::string> sources) {
    const std::uint64_t next = index.generation + 1;
    const std::string folder = generation_folder(path, next);
    sources.insert(sources.begin(), generation_folder(path, index.generation));
    auto has_room = require_space(path, bytes_on_disk(sources), path);
    if (!has_room) return has_room;
    merge_databases(sources, folder, Merge::kToFolder);
    Xapian::WritableDatabase database(folder, Xapian::DB_OPEN);
    remove_superseded(loading->superseded, database);
    log_changes(database, {});  // a new UUID: readers load it whole
    database.commit();
    if (Result<void> published = publish_generation(path, next); !published) return published;
    index.database.close();
    index = {std::move(database), next};
    remove_leftovers(path);
    return {};
  }
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

IndexWriter::~IndexWriter() {
  if (!state_) return;
  state_->loading.reset();
  try {
    // Xapian commits in its destructor: what nobody asked to commit must not appear.
    if (state_->is_dirty) state_->database().begin_transaction(false);
    state_->database().close();
  } catch (const Xapian::Error&) {
    return;  // nobody is left to tell; the index is at its last commit
  }
}

// The lock is taken here and held until the writer is destroyed.
Result<IndexWriter> IndexWriter::open(const std::string& path, const WriterOptions& options) {
  auto index = open_writable_index(path);
  if (!index) return index.error();
  auto state = std::make_unique<State>();
  state->path = path;
  state->options = options;
  state->index = *std::move(index);
  return IndexWriter(std::move(state));
}

Result<PutOutcome> IndexWriter::put(Document document, std::int64_t now) {
  state_->now = now;
  return guarded(state_->path, [&] { return state_->put(std::move(document)); });
}

// Labels repeat with every document: those written or seen once are remembered.
Result<void> IndexWriter::put_label(std::string_view id, std::string_view label) {
  const auto [known, is_new] = state_->labels.try_emplace(std::string(id));
  if (!is_new && known->second == label) return {};
  known->second = label;
  return guarded(state_->path, [&]() -> Result<void> {
    const std::string key = term(kLabelPrefix, id);
    if (state_->database().get_metadata(key) == label) return {};
    state_->database().set_metadata(key, std::string(label));
    state_->is_dirty = true;
    return {};
  });
}

Result<bool> IndexWriter::remove(std::string_view id) {
  return guarded(state_->path, [&]() -> Result<bool> {
    // Documents in segments have no number yet: they get one by being committed.
    if (state_->loading && state_->loading->contains(id)) {
      if (const Result<void> committed = state_->commit(); !committed) return committed.error();
    }
    const Xapian::docid number = state_->find(id);
    if (number == 0) return false;
    state_->database().delete_document(number);
    state_->changed.push_back(number);
    state_->is_dirty = true;
    return true;
  });
}

Result<void> IndexWriter::commit() {
  return guarded(state_->path, [&] { return state_->commit(); });
}

}  // namespace pressoir::index
