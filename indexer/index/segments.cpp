#include "indexer/index/segments.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <functional>
#include <system_error>
#include <utility>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/document_terms.hpp"
#include "indexer/index/folder.hpp"
#include "indexer/index/translate.hpp"

namespace pressoir::index {
namespace {

namespace fs = std::filesystem;

// A segment is thrown away after a crash: neither fsync nor Xapian's copy-on-write is needed.
constexpr int kSegmentFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                              Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

}  // namespace

Segments::Segments(SegmentOptions options) : options_(std::move(options)) {
  std::error_code error;
  fs::remove_all(options_.folder, error);
  fs::create_directories(options_.folder, error);  // a failure is the first segment's
  for (unsigned job = 0; job < std::max(options_.jobs, 1u); ++job) {
    threads_.emplace_back([this] { run(); });
  }
}

// Without finish() the load is thrown away: batches that wait are dropped.
Segments::~Segments() {
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    is_ended_ = true;
    changed_.notify_all();
  }
  threads_.clear();
  std::error_code error;
  fs::remove_all(options_.folder, error);
}

base::Result<void> Segments::add(base::Document document) {
  // By id, not in turn: two documents with one id must stay in order.
  const std::size_t number = std::hash<std::string_view>()(document.id) % kStrands;
  Strand& strand = strands_[number];
  strand.open_bytes += document.text.size();
  strand.open.push_back(std::move(document));
  if (strand.open.size() >= options_.documents || strand.open_bytes >= options_.text_bytes) {
    hand_over(number);
  }
  const std::lock_guard lock(mutex_);
  return error_ ? base::Result<void>(*error_) : base::Result<void>();
}

void Segments::hand_over(std::size_t strand) {
  std::unique_lock lock(mutex_);
  // Back-pressure: without it a fast reader would queue the whole harvest in memory.
  changed_.wait(lock, [&] { return waiting_.size() < kStrands || error_; });
  waiting_.push_back({strand, std::exchange(strands_[strand].open, {})});
  strands_[strand].open_bytes = 0;
  changed_.notify_all();
}

// After the threads have ended nothing needs the lock any more.
base::Result<std::vector<std::string>> Segments::finish() {
  for (std::size_t strand = 0; strand < kStrands; ++strand) {
    if (!strands_[strand].open.empty()) hand_over(strand);
  }
  {
    const std::lock_guard lock(mutex_);
    is_ended_ = true;
    changed_.notify_all();
  }
  threads_.clear();
  if (error_) return *error_;
  std::vector<std::string> paths;
  for (Strand& strand : strands_) {
    strand.segment.reset();
    for (Written& database : strand.written) paths.push_back(std::move(database.path));
  }
  return paths;
}

// The oldest batch of a strand that no other thread is writing.
std::optional<Segments::Batch> Segments::take() {
  std::unique_lock lock(mutex_);
  auto next = waiting_.end();
  changed_.wait(lock, [&] {
    next = std::find_if(waiting_.begin(), waiting_.end(),
                        [&](const Batch& batch) { return !strands_[batch.strand].is_busy; });
    return next != waiting_.end() || (waiting_.empty() && is_ended_) || error_;
  });
  if (next == waiting_.end() || error_) return std::nullopt;
  Batch batch = std::move(*next);
  waiting_.erase(next);
  strands_[batch.strand].is_busy = true;
  changed_.notify_all();
  return batch;
}

base::Result<void> Segments::write(const Batch& batch, text::Analyzer& analyzer) {
  std::uint64_t text_bytes = 0;
  for (const base::Document& document : batch.documents) text_bytes += document.text.size();
  auto has_room = require_space(options_.folder, kWrittenPerTextByte * text_bytes, options_.path);
  if (!has_room) return has_room;
  Strand& strand = strands_[batch.strand];
  if (!strand.segment) {
    strand.written.push_back({0, next_path(batch.strand)});
    strand.segment.emplace(strand.written.back().path, kSegmentFlags);
  }
  for (const base::Document& document : batch.documents) {
    strand.segment->add_document(
        make_xapian_document(document, encode_document(document), analyzer));
  }
  // Commits per batch keep what Xapian buffers small enough for the processor's cache.
  strand.segment->commit();
  if (++strand.batches < options_.batches) return {};
  strand.segment.reset();
  strand.batches = 0;
  return merge_full_levels(batch.strand);
}

// Until there are no more.
base::Result<void> Segments::write_batches(text::Analyzer& analyzer) {
  while (std::optional<Batch> batch = take()) {
    if (auto written = write(*batch, analyzer); !written) return written;
    const std::lock_guard lock(mutex_);
    strands_[batch->strand].is_busy = false;
    changed_.notify_all();
  }
  return {};
}

// The function of each thread. The first error ends all threads; add() and finish() report it.
void Segments::run() {
  text::Analyzer analyzer{text::Depth::kSpelling};
  std::optional<base::Error> error;
  try {
    const auto done = guarded(options_.path, [&] { return write_batches(analyzer); });
    if (!done) error = done.error();
  } catch (const std::exception& failure) {
    error = base::Error{base::Errc::kInternal, std::string("a fault of this program while it "
                                                           "wrote documents: ") +
                                                   failure.what()};
  }
  if (!error) return;
  const std::lock_guard lock(mutex_);
  if (!error_) error_ = error;
  changed_.notify_all();
}

std::string Segments::next_path(std::size_t strand) {
  const std::string name =
      std::to_string(strand) + "-" + std::to_string(strands_[strand].databases++);
  return fs::path(options_.folder) / name;
}

// A log-structured merge: kFanIn databases of one level become one of the next, so that each
// document is copied once a level and the number of open files grows with the logarithm of the
// load.
base::Result<void> Segments::merge_full_levels(std::size_t strand) {
  std::vector<Written>& written = strands_[strand].written;
  while (written.size() >= kFanIn &&
         written[written.size() - kFanIn].level == written.back().level) {
    std::vector<std::string> parts;
    for (auto part = written.end() - kFanIn; part != written.end(); ++part) {
      parts.push_back(part->path);
    }
    auto has_room = require_space(options_.folder, bytes_on_disk(parts), options_.path);
    if (!has_room) return has_room;
    const Written whole{written.back().level + 1, next_path(strand)};
    merge_databases(parts, whole.path, Merge::kToOneFile);  // only read from here on
    written.resize(written.size() - kFanIn);
    written.push_back(whole);
    std::error_code error;
    for (const std::string& part : parts) fs::remove_all(part, error);
  }
  return {};
}

// Xapian's compaction: posting lists are copied, not made again from documents.
void merge_databases(const std::vector<std::string>& sources, const std::string& destination,
                     Merge kind) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(Xapian::Database(source));
  all.compact(destination, kind == Merge::kToOneFile ? Xapian::DBCOMPACT_SINGLE_FILE : 0);
}

}  // namespace pressoir::index
