// Takes documents out of the index that their source no longer holds.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "indexer/index/writer.hpp"
#include "indexer/ingest/report.hpp"

namespace pressoir::ingest {

// What a run has covered as a whole, so that what it did not meet there is gone.
struct PruneScope {
  std::string path;  // of the index
  // Documents of these sources (Document::source)…
  std::set<std::string> sources;
  // …and, of those with a `file:` address, the ones at or below these (file_url of a folder).
  std::vector<std::string> local_roots;
  std::function<bool(const std::string& id)> has_seen;  // whether the run met the document
};

// Removes the documents of the last commit that are in scope and were not seen, records each as
// kPruned, and commits.
base::Result<void> prune(index::IndexWriter& writer, const PruneScope& scope, Recorder& recorder);

}  // namespace pressoir::ingest
