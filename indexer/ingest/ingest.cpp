#include "indexer/ingest/ingest.hpp"

#include <set>
#include <utility>

#include "indexer/ingest/archive_update.hpp"
#include "indexer/ingest/prune.hpp"
#include "indexer/ingest/quantity.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Result;

// The state of one run between two items.
class Run {
 public:
  Run(const IngestTools& tools, const IngestOptions& options)
      : tools_(tools),
        options_(options),
        update_(tools.writer, tools.gazetteer, tools.recorder, {options.path, options.now}) {}

  // Takes the next item; false when the run has to stop.
  bool take(Extracted&& extracted) {
    report().is_interrupted = tools_.is_stop_requested();
    if (report().is_interrupted) return false;
    report().bytes += extracted.bytes;
    put(std::move(extracted));
    tools_.progress.update(report().bytes, ++items_);
    return result_.has_value();
  }

  Result<void> finish() {
    if (!result_) return result_;
    if (Result<void> finished = update_.finish(); !finished) return finished;
    if (!options_.prune) return {};
    report().pruning_refused = reason_not_to_prune();
    return report().pruning_refused.empty() ? prune(tools_.writer, scope(), tools_.recorder)
                                            : Result<void>();
  }

 private:
  IngestReport& report() { return tools_.recorder.report(); }

  void put(Extracted&& extracted) {
    if (!extracted.result) {
      tools_.recorder.record(
          {std::move(extracted.name), Outcome::kSkipped, {}, extracted.result.error()});
      return;
    }
    sources_.insert(extracted.result->source);
    if (!options_.shard.holds(extracted.result->id)) {
      tools_.recorder.record(
          {std::move(extracted.name), Outcome::kElsewhere, std::move(extracted.result->url), {}});
      return;
    }
    result_ = update_.put(std::move(extracted.name), std::move(*extracted.result));
  }

  // Empty when there is none.
  std::string reason_not_to_prune() {
    if (report().is_interrupted) return "the run was interrupted";
    std::uint64_t unknown = 0;
    for (const Errc cause :
         {Errc::kUnreadable, Errc::kBadRecord, Errc::kUnknownKey, Errc::kInternal}) {
      const auto found = report().skipped.find(cause);
      if (found != report().skipped.end()) unknown += found->second;
    }
    if (unknown == 0) return {};
    return counted(unknown, "item") + " could not be read, and may be what would be removed";
  }

  PruneScope scope() {
    return {options_.path, sources_, options_.local_roots,
            [this](const std::string& id) { return update_.has_seen(id); }};
  }

  const IngestTools& tools_;
  const IngestOptions& options_;
  ArchiveUpdate update_;
  std::set<std::string> sources_;
  std::uint64_t items_ = 0;
  Result<void> result_;
};

}  // namespace

Result<IngestReport> ingest(const ReadDocuments& read, const IngestTools& tools,
                            const IngestOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  Run run(tools, options);
  Result<void> done = read([&](Extracted&& extracted) { return run.take(std::move(extracted)); });
  if (done) done = run.finish();
  tools.progress.clear();
  if (!done) return done.error();
  IngestReport& report = tools.recorder.report();
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressoir::ingest
