#include "indexer/index/writer.hpp"

#include <xapian.h>

#include <unordered_map>
#include <utility>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/document_terms.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/translate.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {

struct IndexWriter::State {
  std::string path;
  WriterOptions options;
  Xapian::WritableDatabase database;
  text::Analyzer analyzer;
  std::unordered_map<std::string, std::string> labels;  // known to stand in the index
  std::size_t uncommitted_bytes = 0;
  bool is_dirty = false;
  std::int64_t now = 0;  // of the last put

  // The number Xapian gave the document, 0 when there is none.
  Xapian::docid find(std::string_view id) const {
    const std::string key = term(kIdPrefix, id);
    const Xapian::PostingIterator posting = database.postlist_begin(key);
    return posting == database.postlist_end(key) ? 0 : *posting;
  }

  base::Result<PutOutcome> put(base::Document document) {
    const Xapian::docid number = find(document.id);
    document.first_indexed = now;
    std::string data;
    if (number != 0) {
      const std::string stored = database.get_document(number).get_data();
      const auto before = decode_document(stored, DecodeText::kNo);
      if (before) document.first_indexed = before->first_indexed;
      data = encode_document(document);
      if (data == stored) return PutOutcome::kUnchanged;
    } else {
      data = encode_document(document);
    }
    const Xapian::Document terms = make_xapian_document(document, data, analyzer);
    if (number != 0) {
      database.replace_document(number, terms);
    } else {
      database.add_document(terms);
    }
    is_dirty = true;
    uncommitted_bytes += data.size();
    if (uncommitted_bytes >= options.commit_every_bytes) commit();
    return number != 0 ? PutOutcome::kUpdated : PutOutcome::kAdded;
  }

  void commit() {
    if (!is_dirty) return;
    if (now != 0) database.set_metadata(std::string(kUpdatedKey), std::to_string(now));
    database.commit();
    is_dirty = false;
    uncommitted_bytes = 0;
  }
};

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

IndexWriter::~IndexWriter() {
  if (!state_) return;
  try {
    // Xapian commits in its destructor: what nobody asked to commit must not appear.
    if (state_->is_dirty) state_->database.begin_transaction(false);
    state_->database.close();
  } catch (const Xapian::Error&) {
    return;  // nobody is left to tell; the index stands at its last commit
  }
}

base::Result<IndexWriter> IndexWriter::open(const std::string& path, const WriterOptions& options) {
  auto database = open_writable_database(path);
  if (!database) return database.error();
  auto state = std::make_unique<State>();
  state->path = path;
  state->options = options;
  state->database = std::move(*database);
  return IndexWriter(std::move(state));
}

base::Result<PutOutcome> IndexWriter::put(const base::Document& document, std::int64_t now) {
  state_->now = now;
  return guarded(state_->path, [&] { return state_->put(document); });
}

base::Result<void> IndexWriter::put_label(std::string_view id, std::string_view label) {
  const auto [known, is_new] = state_->labels.try_emplace(std::string(id));
  if (!is_new && known->second == label) return {};
  known->second = label;
  return guarded(state_->path, [&]() -> base::Result<void> {
    const std::string key = term(kLabelPrefix, id);
    if (state_->database.get_metadata(key) == label) return {};
    state_->database.set_metadata(key, std::string(label));
    state_->is_dirty = true;
    return {};
  });
}

base::Result<bool> IndexWriter::remove(std::string_view id) {
  return guarded(state_->path, [&]() -> base::Result<bool> {
    const Xapian::docid number = state_->find(id);
    if (number == 0) return false;
    state_->database.delete_document(number);
    state_->is_dirty = true;
    return true;
  });
}

base::Result<void> IndexWriter::commit() {
  return guarded(state_->path, [&]() -> base::Result<void> {
    state_->commit();
    return {};
  });
}

}  // namespace pressoir::index
