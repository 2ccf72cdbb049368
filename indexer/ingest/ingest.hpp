// Pages and records -> the index: read, extract, write, commit, prune, in one run.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/ingest/harvest.hpp"
#include "indexer/ingest/progress.hpp"
#include "indexer/ingest/report.hpp"
#include "indexer/ingest/shard.hpp"

namespace pressoir::ingest {

struct IngestOptions {
  std::string path;      // of the index that the writer has open
  std::int64_t now = 0;  // first_indexed of new documents: seconds since 1970-01-01T00:00:00Z
  bool prune = false;    // remove documents of the same sources that the run did not meet
  std::vector<std::string> local_roots;  // see PruneScope
  Shard shard = {};                      // only its documents are put
};

// What a run works with; all of it must outlive the call.
struct IngestTools {
  const gazetteer::Gazetteer& gazetteer;
  index::IndexWriter& writer;
  Recorder& recorder;
  Progress& progress;
  std::function<bool()> is_stop_requested;  // asked after each item and before each document
};

// Calls what it is given with each document, in order, until that returns false. Errors end the
// run.
using ReadDocuments = std::function<base::Result<void>(const VisitDocument&)>;

// Puts every document that `read` gives into the index; commits now and then and at the end. A page
// that cannot be read is recorded and the run goes on; an error is the index's or that of `read`,
// and what was committed before stays. When it is asked to stop, it commits what was done and says
// so in the report. Pruning is refused, with the reason in the report, when the run was not
// complete: interrupted, or with items whose address could not be known (unreadable, bad records).
base::Result<IngestReport> ingest(const ReadDocuments& read, const IngestTools& tools,
                                  const IngestOptions& options);

}  // namespace pressoir::ingest
