// A run of `pressoir-index add`: pages and records -> the index.
//
//   read -> draft -> spool -> finish -> write, then prune
//
// The first four are in stages.hpp, the last two in archive_update.hpp. Drafting and finishing take
// StageOptions::jobs threads each, one after the other; everything else runs on the caller's
// thread, so that writer, recorder and progress need no lock. Memory does not depend on the size of
// the harvest but for some 40 bytes a document (the ids seen) and the counts of repetition.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/ingest/archive_update.hpp"
#include "indexer/ingest/report.hpp"
#include "indexer/ingest/run_control.hpp"
#include "indexer/ingest/stages.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

// The choices of one run; the command line sets them.
struct IngestOptions {
  UpdateOptions update;
  bool prune = false;  // remove documents of the same sources that the run did not meet
  std::vector<std::string> local_roots;  // see ArchiveUpdate::prune
};

// What a run works with; all of it must outlive the call.
struct IngestTools {
  StageTools stages;
  const gazetteer::Gazetteer& gazetteer;
  index::IndexWriter& writer;
  Recorder& recorder;
  Progress& progress;
  std::function<bool()> is_stop_requested;  // called after each item that is read or finished
};

// Puts the documents of all items of `source` into the index; commits now and then and at the end.
// An item that cannot be read is recorded and the run goes on; an error is the index's or that of
// the temporary file, and what was committed before stays. When a stop is requested, it commits
// what was done and says so in the report. Pruning is refused, with the reason in the report, when
// the run was not complete: interrupted, or with items whose address could not be known
// (unreadable, bad records).
base::Result<IngestReport> ingest(sources::Source& source, const IngestTools& tools,
                                  const IngestOptions& options);

}  // namespace pressoir::ingest
