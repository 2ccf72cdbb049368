#include "indexer/ingest/ingest.hpp"

#include <chrono>
#include <utility>

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Errc;
using base::Result;

// The steps draft and spool under the eyes of the operator. A stop ends the reading; what was read
// is not indexed then, since what recurs on its pages is not known: write() ends at its first
// document.
Result<Harvest> spool(DraftStage& drafts, const IngestTools& tools, const std::string& folder) {
  std::uint64_t bytes = 0;
  std::uint64_t items = 0;
  tools.progress.begin("reading");
  return spool_drafts(drafts, folder, [&](std::uint64_t bytes_read) {
    tools.progress.update(bytes += bytes_read, ++items);
    return !tools.is_stop_requested();
  });
}

// A stop is looked for before a document is put, never within one. What was put is committed: the
// next run finds it unchanged and does the rest.
Result<void> write(FinishStage& documents, const IngestTools& tools, ArchiveUpdate& update) {
  IngestReport& report = tools.recorder.report();
  std::uint64_t items = 0;
  tools.progress.begin("indexing");
  while (true) {
    Result<std::optional<Item<Document>>> document = documents.next();
    if (!document) return document.error();
    if (!*document) break;
    report.is_interrupted = tools.is_stop_requested();
    if (report.is_interrupted) break;
    report.bytes += (*document)->bytes_read;
    if (Result<void> put = update.put(std::move(**document)); !put) return put;
    tools.progress.update(report.bytes, ++items);
  }
  return update.finish();
}

// Empty when there is none. The items of these causes have no address that could be kept from being
// pruned; what is refused for what it says (no HTML, no text, too large) is a page that is no
// document any more, and may go.
std::string reason_not_to_prune(const IngestReport& report) {
  if (report.is_interrupted) return "the run was interrupted";
  std::uint64_t unknown = 0;
  for (const Errc cause :
       {Errc::kUnreadable, Errc::kBadRecord, Errc::kUnknownKey, Errc::kInternal}) {
    const auto found = report.skipped.find(cause);
    if (found != report.skipped.end()) unknown += found->second;
  }
  if (unknown == 0) return {};
  return counted(unknown, "item") + " could not be read, and may be what would be removed";
}

Result<void> prune(const IngestTools& tools, const IngestOptions& options, ArchiveUpdate& update) {
  if (!options.prune) return {};
  IngestReport& report = tools.recorder.report();
  report.pruning_refused = reason_not_to_prune(report);
  return report.pruning_refused.empty() ? update.prune(options.local_roots) : Result<void>();
}

}  // namespace

Result<IngestReport> ingest(sources::Source& source, const IngestTools& tools,
                            const IngestOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  DraftStage drafts = draft_stage(source, tools.stages);                // read, draft
  Result<Harvest> harvest = spool(drafts, tools, options.update.path);  // spool
  if (!harvest) return harvest.error();
  FinishStage documents = finish_stage(*harvest, tools.stages);  // finish
  ArchiveUpdate update(tools.writer, tools.gazetteer, tools.recorder, options.update);
  Result<void> done = write(documents, tools, update);  // write
  if (done) done = prune(tools, options, update);
  if (!done) return done.error();
  IngestReport& report = tools.recorder.report();
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressoir::ingest
