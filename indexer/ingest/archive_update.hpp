// The last step of a run: documents -> index. New documents are written at once; those that equal
// what is stored are not written; changed ones wait until the end of the run, since the same
// address may come again (a page and its print version name one canonical address). The last one of
// the run wins, so that a second run over the same pages writes nothing.
//
//   update.put(item)…  update.finish()  update.prune(roots)
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/ingest/report.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

inline constexpr std::uint32_t kMaxShards = 1'000;

// One part of an archive that is split over several indexes by a hash (FNV-1a) of the documents'
// ids. Nothing else decides: the same sources added with 1/3, 2/3 and 3/3, in any order and on any
// machine, give three indexes that together are the archive. Any thread.
struct Shard {
  std::uint32_t number = 1;  // from 1 to `count`
  std::uint32_t count = 1;   // 1: everything

  bool contains(std::string_view id) const noexcept;
};

// `2/3`: the second of three. Nothing for anything else.
std::optional<Shard> parse_shard(std::string_view text) noexcept;

struct UpdateOptions {
  std::string path;      // of the index that the writer has open
  std::int64_t now = 0;  // first_indexed of new documents: seconds since 1970-01-01T00:00:00Z
  Shard shard = {};      // only its documents are put
  // Text of changed documents that wait for a later item with their address; beyond it they are
  // written. Too small a bound costs writes, and no correctness: the later item is written over it.
  std::size_t max_waiting_bytes = 32u << 20;
};

class ArchiveUpdate {
 public:
  // The references must stay valid as long as the object. `writer` has the index at `options.path`
  // open.
  ArchiveUpdate(index::IndexWriter& writer, const gazetteer::Gazetteer& gazetteer,
                Recorder& recorder, UpdateOptions options);

  // Takes the document of an item, or the reason why there is none, and records what becomes of it,
  // at once or later. An error is the index's: the run has to stop.
  base::Result<void> put(sources::Item<base::Document> item);

  // Writes what waits and commits. What was put before an error of put() is in the index as far as
  // the writer has committed it.
  base::Result<void> finish();

  // After finish(): takes the documents out of the index that are gone from what the run covered,
  // records each as kPruned, and commits. The run covered the sources (Document::source) of the
  // documents that were put and, of documents with a `file:` address, those at or below one of
  // `local_roots` (file_url of a folder). Gone are those of its last commit that were not put.
  base::Result<void> prune(const std::vector<std::string>& local_roots);

 private:
  // A changed document that a later item of the run may replace.
  struct Waiting {
    std::string item;
    base::Document document;
  };
  // A document that will be pruned.
  struct Gone {
    std::string id;
    std::string url;
  };

  base::Result<void> put_document(std::string item, base::Document document);
  base::Result<std::optional<base::Document>> find_stored(std::string_view id);
  base::Result<void> put_labels(const base::Document& document);
  base::Result<void> put_label_of(const base::Minister& minister);
  base::Result<void> write(Waiting waiting, bool is_repeated);
  base::Result<void> write_waiting();
  base::Result<std::vector<Gone>> find_gone(const std::vector<std::string>& local_roots) const;

  // Whether a document with the id was put, by a digest of 64 bits: one wrong answer in 10^13.
  bool has_seen(std::string_view id) const {
    return seen_.contains(std::hash<std::string_view>()(id));
  }

  index::IndexWriter& writer_;
  const gazetteer::Gazetteer& gazetteer_;
  Recorder& recorder_;
  UpdateOptions options_;
  std::optional<index::IndexReader> stored_;  // the index as it was before this run, or later
  std::set<std::string> sources_;             // of what was put, in any shard
  std::unordered_set<std::size_t> seen_;
  std::map<std::string, Waiting, std::less<>> waiting_;  // by id
  std::size_t waiting_bytes_ = 0;
};

}  // namespace pressoir::ingest
