#include "indexer/ingest/archive_update.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/base/bytes.hpp"
#include "indexer/base/fields.hpp"

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

// True when storing `document` in the place of `stored` would change nothing. The time at
// which a document entered the archive is not of the page: it is copied before the two are
// compared.
bool is_same(const Document& stored, Document& document) {
  document.first_indexed = stored.first_indexed;
  return document == stored;
}

// `file:///a/` has `file:///a/1` below it, but not `file:///ab/1`.
bool is_at_or_below(std::string_view root, std::string_view url) {
  while (root.ends_with('/')) root.remove_suffix(1);
  return url.starts_with(root) && (url.size() == root.size() || url[root.size()] == '/');
}

std::optional<std::uint32_t> parse_number(std::string_view text) noexcept {
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.begin(), text.end(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == text.end();
  return is_number ? std::optional(number) : std::nullopt;
}

}  // namespace

bool Shard::contains(std::string_view id) const noexcept {
  return count == 1 || base::fnv1a(id) % count == number - 1;
}

std::optional<Shard> parse_shard(std::string_view text) noexcept {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = parse_number(text.substr(0, slash));
  const auto count = parse_number(text.substr(slash + 1));
  if (!number || !count || *number == 0 || *number > *count || *count > kMaxShards) {
    return std::nullopt;
  }
  return Shard{*number, *count};
}

ArchiveUpdate::ArchiveUpdate(index::IndexWriter& writer, const gazetteer::Gazetteer& gazetteer,
                             Recorder& recorder, UpdateOptions options)
    : writer_(writer), gazetteer_(gazetteer), recorder_(recorder), options_(std::move(options)) {}

Result<void> ArchiveUpdate::put(sources::Item<Document> item) {
  if (!item.content) {
    recorder_.record({std::move(item.name), Outcome::kSkipped, {}, item.content.error()});
    return {};
  }
  // Of every shard, so that each prunes what is gone from a site whose pages are all in others.
  sources_.insert(item.content->source);
  if (!options_.shard.contains(item.content->id)) {
    recorder_.record({std::move(item.name), Outcome::kElsewhere, std::move(item.content->url), {}});
    return {};
  }
  return put_document(std::move(item.name), std::move(*item.content));
}

// An id that comes again in one run is one of three:
//   - it waits: the earlier document changed what was stored; the new one takes its place, or drops
//     it when it equals what is stored;
//   - it was written in this run: it is written again, over it;
//   - it equalled what was stored: the same, and the writer finds out whether anything changed.
Result<void> ArchiveUpdate::put_document(std::string item, Document document) {
  if (Result<void> labelled = put_labels(document); !labelled) return labelled;
  const bool is_repeated = !seen_.insert(std::hash<std::string_view>()(document.id)).second;
  const auto waiting = waiting_.find(document.id);
  if (is_repeated && waiting == waiting_.end())
    return write({std::move(item), std::move(document)}, true);
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
  // Through a reader, which sees the last commit: what this run has put since is in seen_. Xapian
  // keeps a revision readable until the second commit after it; when commits of this run have
  // overtaken the reader, the index is opened again, once for each document.
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

// Facets show names, and documents have ids: the name that the gazetteer has today, else the one
// that a record gave; and that of the ministry.
Result<void> ArchiveUpdate::put_label_of(const base::Minister& minister) {
  const gazetteer::Person* person = gazetteer_.person(minister.id);
  const std::string& name = person != nullptr ? person->name : minister.name;
  if (Result<void> labelled = writer_.put_label(minister.id, name); !labelled) return labelled;
  const gazetteer::Lineage* lineage = gazetteer_.lineage(minister.lineage);
  return lineage == nullptr ? Result<void>() : writer_.put_label(lineage->id, lineage->label);
}

Result<void> ArchiveUpdate::put_labels(const Document& document) {
  Result<void> labelled;
  for_each_person(document, [&](const base::Minister& person) {
    if (labelled) labelled = put_label_of(person);
  });
  if (!labelled) return labelled;
  const gazetteer::Government* government = gazetteer_.government(document.government);
  return government == nullptr ? Result<void>()
                               : writer_.put_label(government->id, government->name);
}

Result<void> ArchiveUpdate::write(Waiting waiting, bool is_repeated) {
  std::string url = waiting.document.url;
  const Result<index::PutOutcome> put = writer_.put(std::move(waiting.document), options_.now);
  if (!put) return put.error();
  recorder_.record({std::move(waiting.item),
                    is_repeated ? Outcome::kDuplicate : outcome_of(*put),
                    std::move(url),
                    {}});
  return {};
}

// In the order of the ids, which no number of threads changes.
Result<void> ArchiveUpdate::write_waiting() {
  for (auto& [id, waiting] : waiting_) {
    if (Result<void> written = write(std::move(waiting), false); !written) return written;
  }
  waiting_.clear();
  waiting_bytes_ = 0;
  return {};
}

Result<void> ArchiveUpdate::prune(const std::vector<std::string>& local_roots) {
  Result<std::vector<Gone>> gone = find_gone(local_roots);
  if (!gone) return gone.error();
  // Found first, then removed: of an index that cannot be read to its end nothing is removed.
  for (Gone& document : *gone) {
    const Result<bool> removed = writer_.remove(document.id);
    if (!removed) return removed.error();
    recorder_.record({{}, Outcome::kPruned, std::move(document.url), {}});
  }
  return writer_.commit();
}

Result<std::vector<ArchiveUpdate::Gone>> ArchiveUpdate::find_gone(
    const std::vector<std::string>& local_roots) const {
  const Result<index::IndexReader> reader = index::IndexReader::open(options_.path);
  if (!reader) return reader.error();
  const auto is_covered = [&](const Document& document) {
    if (!document.url.starts_with("file:")) return sources_.contains(document.source);
    return std::ranges::any_of(
        local_roots, [&](const std::string& root) { return is_at_or_below(root, document.url); });
  };
  std::vector<Gone> gone;
  const Result<void> read = reader->for_each([&](const Document& document) {
    if (is_covered(document) && !has_seen(document.id)) {
      gone.push_back({document.id, document.url});
    }
    return true;
  });
  if (!read) return read.error();
  return gone;
}

}  // namespace pressoir::ingest
