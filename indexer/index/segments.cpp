#include "indexer/index/segments.hpp"

#include <xapian.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <system_error>
#include <tuple>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/document_terms.hpp"
#include "indexer/index/merge.hpp"
#include "indexer/index/translate.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {
namespace {

namespace fs = std::filesystem;

// Nothing of a segment needs to outlive the machine's memory: no waiting for the disk.
void write_segment(const std::string& path, const std::vector<base::Document>& documents,
                   text::Analyzer& analyzer) {
  Xapian::WritableDatabase segment(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                                             Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  for (const base::Document& document : documents) {
    segment.add_document(make_xapian_document(document, encode_document(document), analyzer));
  }
  segment.commit();
  segment.close();
}

}  // namespace

Segments::Segments(SegmentOptions options) : options_(std::move(options)) {
  std::error_code error;
  fs::remove_all(options_.folder, error);
  fs::create_directories(options_.folder, error);  // a failure is the first segment's
  for (unsigned job = 0; job < std::max(options_.jobs, 1u); ++job) {
    threads_.emplace_back([this] { run(); });
  }
}

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
  open_bytes_ += document.text.size();
  open_.push_back(std::move(document));
  if (open_.size() >= options_.documents || open_bytes_ >= options_.text_bytes) hand_over();
  const std::lock_guard lock(mutex_);
  return error_ ? base::Result<void>(*error_) : base::Result<void>();
}

void Segments::hand_over() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < threads_.size() || error_; });
  waiting_.push_back({next_++, std::move(open_)});
  open_.clear();
  open_bytes_ = 0;
  changed_.notify_all();
}

base::Result<std::vector<std::string>> Segments::finish() {
  if (!open_.empty()) hand_over();
  {
    const std::lock_guard lock(mutex_);
    is_ended_ = true;
    changed_.notify_all();
  }
  threads_.clear();
  if (error_) return *error_;
  std::vector<std::tuple<std::uint64_t, std::string>> in_order;  // by the first batch
  for (const auto& [place, path] : written_) {
    std::uint64_t first = place.second;
    for (unsigned level = 0; level < place.first; ++level) first *= kFanIn;
    in_order.emplace_back(first, path);
  }
  std::sort(in_order.begin(), in_order.end());
  std::vector<std::string> paths;
  for (auto& [first, path] : in_order) paths.push_back(std::move(path));
  return paths;
}

std::optional<Segments::Batch> Segments::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !waiting_.empty() || is_ended_ || error_; });
  if (waiting_.empty() || error_) return std::nullopt;
  Batch batch = std::move(waiting_.front());
  waiting_.pop_front();
  changed_.notify_all();
  return batch;
}

void Segments::run() {
  text::Analyzer analyzer;
  std::optional<base::Error> error;
  try {
    const auto done = guarded(options_.path, [&]() -> base::Result<void> {
      while (std::optional<Batch> batch = take()) {
        const Place place(0, batch->number);
        write_segment(path_of(place), batch->documents, analyzer);
        batch.reset();
        keep(place);
      }
      return {};
    });
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

std::string Segments::path_of(Place place) const {
  return fs::path(options_.folder) /
         (std::to_string(place.first) + "-" + std::to_string(place.second));
}

// Enters a database that is whole, and merges each group that it completes.
void Segments::keep(Place place) {
  {
    const std::lock_guard lock(mutex_);
    written_[place] = path_of(place);
  }
  const Place parent(place.first + 1, place.second / kFanIn);
  if (!take_group(parent)) return;
  std::vector<std::string> parts;
  for (std::uint64_t i = 0; i < kFanIn; ++i) {
    parts.push_back(path_of({place.first, parent.second * kFanIn + i}));
  }
  merge_databases(parts, path_of(parent), Merge::kToOneFile);
  std::error_code error;
  for (const std::string& part : parts) fs::remove_all(part, error);
  keep(parent);
}

// True when all parts of `parent` are written: they are then the caller's.
bool Segments::take_group(Place parent) {
  const std::lock_guard lock(mutex_);
  const auto first = written_.lower_bound({parent.first - 1, parent.second * kFanIn});
  const auto last = written_.lower_bound({parent.first - 1, (parent.second + 1) * kFanIn});
  if (static_cast<std::uint64_t>(std::distance(first, last)) < kFanIn) return false;
  written_.erase(first, last);
  return true;
}

}  // namespace pressoir::index
