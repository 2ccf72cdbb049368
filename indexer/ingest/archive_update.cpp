#include "indexer/ingest/archive_update.hpp"

#include <utility>

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Errc;
using base::Result;

Outcome outcome_of(index::PutOutcome outcome) {
  switch (outcome) {
    case index::PutOutcome::kAdded:
      return Outcome::kAdded;
    case index::PutOutcome::kUpdated:
      return Outcome::kUpdated;
    case index::PutOutcome::kUnchanged:
      return Outcome::kUnchanged;
  }
  return Outcome::kUnchanged;
}

// True when storing `document` in the place of `stored` would change nothing.
bool is_same(const Document& stored, Document& document) {
  document.first_indexed = stored.first_indexed;
  return document == stored;
}

}  // namespace

ArchiveUpdate::ArchiveUpdate(index::IndexWriter& writer, const gazetteer::Gazetteer& gazetteer,
                             Recorder& recorder, const UpdateOptions& options)
    : writer_(writer), gazetteer_(gazetteer), recorder_(recorder), options_(options) {}

Result<void> ArchiveUpdate::put(std::string item, Document document) {
  if (Result<void> labelled = put_labels(document); !labelled) return labelled;
  const bool is_repeated = !seen_.insert(std::hash<std::string_view>()(document.id)).second;
  const auto waiting = waiting_.find(document.id);
  if (is_repeated && waiting == waiting_.end()) return write({item, std::move(document)}, true);
  if (waiting != waiting_.end()) {
    const Waiting superseded = std::move(waiting->second);
    waiting_.erase(waiting);
    waiting_bytes_ -= superseded.document.text.size();
    recorder_.record({superseded.item, Outcome::kDuplicate, superseded.document.url, {}});
  }
  const Result<std::optional<Document>> stored = find_stored(document.id);
  if (!stored) return stored.error();
  if (!stored->has_value()) return write({std::move(item), std::move(document)}, false);
  if (is_same(**stored, document)) {
    recorder_.record({std::move(item), Outcome::kUnchanged, std::move(document.url), {}});
    return {};
  }
  waiting_bytes_ += document.text.size();
  std::string id = document.id;
  waiting_.insert_or_assign(std::move(id), Waiting{std::move(item), std::move(document)});
  return waiting_bytes_ > options_.max_waiting_bytes ? write_waiting() : Result<void>();
}

Result<void> ArchiveUpdate::finish() {
  if (Result<void> written = write_waiting(); !written) return written;
  return writer_.commit();
}

Result<std::optional<Document>> ArchiveUpdate::find_stored(std::string_view id) {
  // The writer's commits overtake the reader in time: it then opens the index anew, once.
  for (int attempt = 0;; ++attempt) {
    if (!stored_) {
      Result<index::IndexReader> reader = index::IndexReader::open(options_.path);
      if (!reader) return reader.error();
      stored_ = std::move(*reader);
    }
    Result<Document> document = stored_->document(id);
    if (document) return std::optional(std::move(*document));
    if (document.error().code == Errc::kNotFound) return std::optional<Document>();
    if (document.error().code != Errc::kIndexChanged || attempt > 0) return document.error();
    stored_.reset();
  }
}

Result<void> ArchiveUpdate::put_labels(const Document& document) {
  for (const base::Minister& minister : document.ministers) {
    const gazetteer::Person* person = gazetteer_.person(minister.id);
    const std::string& name = person != nullptr ? person->name : minister.name;
    if (Result<void> labelled = writer_.put_label(minister.id, name); !labelled) return labelled;
    const gazetteer::Lineage* lineage = gazetteer_.lineage(minister.lineage);
    if (lineage == nullptr) continue;
    if (Result<void> labelled = writer_.put_label(lineage->id, lineage->label); !labelled) {
      return labelled;
    }
  }
  const gazetteer::Government* government = gazetteer_.government(document.government);
  return government == nullptr ? Result<void>()
                               : writer_.put_label(government->id, government->name);
}

Result<void> ArchiveUpdate::write(const Waiting& waiting, bool is_repeated) {
  const Result<index::PutOutcome> put = writer_.put(waiting.document, options_.now);
  if (!put) return put.error();
  recorder_.record({waiting.item,
                    is_repeated ? Outcome::kDuplicate : outcome_of(*put),
                    waiting.document.url,
                    {}});
  return {};
}

Result<void> ArchiveUpdate::write_waiting() {
  for (const auto& [id, waiting] : waiting_) {
    if (Result<void> written = write(waiting, false); !written) return written;
  }
  waiting_.clear();
  waiting_bytes_ = 0;
  return {};
}

}  // namespace pressoir::ingest
