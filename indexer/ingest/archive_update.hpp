// The documents of one run on their way into the index: new ones are written at once, those that
// are stored as they are cost nothing, and changed ones wait until the end of the run, since the
// same address may come again (a page and its print version name one canonical address): the last
// one wins, and a second run over the same pages writes nothing.
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/ingest/report.hpp"

namespace pressoir::ingest {

struct UpdateOptions {
  std::string path;                           // of the index that the writer has open
  std::int64_t now = 0;                       // seconds since 1970-01-01T00:00:00Z
  std::size_t max_waiting_bytes = 32u << 20;  // of changed documents; beyond it they are written
};

class ArchiveUpdate {
 public:
  // What it is given must outlive it.
  ArchiveUpdate(index::IndexWriter& writer, const gazetteer::Gazetteer& gazetteer,
                Recorder& recorder, const UpdateOptions& options);

  // Takes the document of an item, and records what becomes of it, at once or later. An error is
  // the index's: the run has to stop.
  base::Result<void> put(std::string item, base::Document document);

  // Writes what waits and commits.
  base::Result<void> finish();

  // True when a document with the id was put. (By a digest of 64 bits: one false answer in 10^13.)
  bool has_seen(std::string_view id) const {
    return seen_.contains(std::hash<std::string_view>()(id));
  }

 private:
  struct Waiting {
    std::string item;
    base::Document document;
  };

  base::Result<std::optional<base::Document>> find_stored(std::string_view id);
  base::Result<void> put_labels(const base::Document& document);
  base::Result<void> write(const Waiting& waiting, bool is_repeated);
  base::Result<void> write_waiting();

  index::IndexWriter& writer_;
  const gazetteer::Gazetteer& gazetteer_;
  Recorder& recorder_;
  UpdateOptions options_;
  std::optional<index::IndexReader> stored_;  // the index as it was before this run, or later
  std::unordered_set<std::size_t> seen_;
  std::map<std::string, Waiting, std::less<>> waiting_;  // by id
  std::size_t waiting_bytes_ = 0;
};

}  // namespace pressoir::ingest
