#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "indexer/commands.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/ingest.hpp"
#include "indexer/ingest/run_control.hpp"
#include "indexer/sources/page_source.hpp"

namespace pressoir {
namespace {

using base::Result;

// The clock is read once a run: all documents of one run entered the archive together.
std::int64_t seconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

// Every source, or the first error: a run over half of what was named would look like success.
Result<sources::SourceList> open_sources(const Reading& reading) {
  sources::SourceList list;
  for (const std::string& path : reading.paths) {
    Result<std::unique_ptr<sources::Source>> source = sources::open_source(path, reading.options);
    if (!source) {
      return base::Error{source.error().code,
                         sources::printable(path) + " " + source.error().message};
    }
    list.add(path, std::move(*source));
  }
  return list;
}

// Summing up the sizes walks every folder once more: not for a run that shows nothing.
ingest::Progress make_progress(const AddCommand& command, const sources::SourceList& list) {
  using ingest::ProgressStyle;
  if (command.quiet) return {ProgressStyle::kNone, 0, stderr};
  const bool is_terminal = isatty(STDERR_FILENO) != 0;
  return {is_terminal ? ProgressStyle::kBar : ProgressStyle::kLines, list.total_bytes(), stderr};
}

// With --prune, of documents with a `file:` address only those at or below a path that was named
// can be gone: other folders of the machine may be in the same index.
ingest::IngestOptions ingest_options(const AddCommand& command) {
  ingest::IngestOptions options;
  options.update = {.path = command.db, .now = seconds_now(), .shard = command.shard};
  options.prune = command.prune;
  for (const std::string& path : command.reading.paths) {
    options.local_roots.push_back(sources::file_url(path));
  }
  return options;
}

Result<ingest::IngestReport> ingest_into(const AddCommand& command, sources::SourceList& list,
                                         ingest::Recorder& recorder) {
  ingest::StopSignal stop;  // before any thread is started, since threads inherit its mask
  const Result<const gazetteer::Gazetteer*> gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return gazetteer.error();
  const Result<gazetteer::Themes> themes = gazetteer::Themes::load();
  if (!themes) return themes.error();
  const unsigned jobs = command.reading.jobs;
  Result<index::IndexWriter> writer = index::IndexWriter::open(command.db, {.jobs = jobs});
  if (!writer) return writer.error();
  const extract::Extractor extractor(**gazetteer, *themes,
                                     {.max_page_bytes = command.reading.options.max_page_bytes,
                                      .captured = command.reading.captured});
  ingest::Progress progress = make_progress(command, list);
  const ingest::IngestTools tools{
      .stages = {extractor, {.jobs = jobs}, command.reading.ignore_unknown},
      .gazetteer = **gazetteer,
      .writer = *writer,
      .recorder = recorder,
      .progress = progress,
      .is_stop_requested = [&stop] { return stop.is_requested(); }};
  Result<ingest::IngestReport> report = ingest::ingest(list, tools, ingest_options(command));
  progress.clear();
  return report;
}

// Complains of what the figures of a report do not show, and returns how the program ends: a run
// that found or kept nothing has failed even when each of its steps succeeded.
ExitCode judge(const ingest::IngestReport& report, const sources::SourceList& list) {
  if (report.is_interrupted) {
    complain("interrupted: what was done is kept; run the same command again to do the rest");
    return ExitCode::kFailed;
  }
  bool is_done = true;
  for (const std::string& path : list.empty_ones()) {
    complain("no page was found in " + sources::printable(path));
    is_done = false;
  }
  const bool is_elsewhere = report.count(ingest::Outcome::kElsewhere) > 0;
  if (report.items() > 0 && report.documents() == 0 && !is_elsewhere) {
    complain("nothing was indexed: every page and record was skipped");
    is_done = false;
  }
  if (!report.pruning_refused.empty()) {
    complain("nothing was pruned: " + report.pruning_refused);
    is_done = false;
  }
  return is_done ? ExitCode::kDone : ExitCode::kFailed;
}

}  // namespace

ExitCode run(const AddCommand& command) {
  Result<sources::SourceList> list = open_sources(command.reading);
  if (!list) return fail(list.error());
  Result<ingest::Recorder> recorder =
      command.report.empty() ? ingest::Recorder() : ingest::Recorder::to_file(command.report);
  if (!recorder) return fail(recorder.error());
  const Result<ingest::IngestReport> report = ingest_into(command, *list, *recorder);
  // Also after a failure: the report has what became of the items before it.
  const Result<void> recorded = recorder->finish();
  if (!report) return fail(report.error());
  print(to_text(*report));
  const bool has_details = !command.report.empty() || report->count(ingest::Outcome::kSkipped) == 0;
  if (!has_details) print("  --report FILE tells which were skipped, and why\n");
  const ExitCode printed = finish_output();
  const ExitCode judged = judge(*report, *list);
  if (!recorded) return fail(recorded.error());
  return judged == ExitCode::kDone ? printed : judged;
}

}  // namespace pressoir
