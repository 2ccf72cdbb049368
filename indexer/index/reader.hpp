// Reads an index for the commands of pressoir-index: documents by id, statistics, a check.
// Searching is server/search's work. A reader sees the last commit at the time it was opened; a
// writer does not disturb it until its second commit after that. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::index {

// What `pressoir-index stats` prints. Of an archive of several shards, all of them together.
struct IndexStats {
  std::uint64_t documents = 0;
  std::uint64_t dated = 0;
  base::Date first_date;  // of the dated documents
  base::Date last_date;
  std::uint64_t terms = 0;   // words of all documents, repeats counted
  std::uint64_t bytes = 0;   // of the index on disk; 0 when a shard is elsewhere
  std::int64_t updated = 0;  // last commit, seconds since 1970; 0 when unknown
  std::string schema;
  std::string analyzer;
};

class IndexReader {
 public:
  // `path`: the folder of an index, or a stub (folder.hpp). kNotFound (no such folder),
  // kNotAnIndex, kIndexMismatch, kIndexCorrupt, kUnreadable, kUnavailable (a shard does not
  // answer).
  static base::Result<IndexReader> open(const std::string& path);

  ~IndexReader();
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;

  // kNotFound when no document has the id.
  base::Result<base::Document> document(std::string_view id) const;

  base::Result<IndexStats> stats() const;

  // Calls `visit` with every document in the order of ids until it returns false.
  base::Result<void> for_each(const std::function<bool(const base::Document&)>& visit) const;

 private:
  struct State;
  explicit IndexReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Reads the whole index and compares: Xapian's own check passes, each document decodes, its id is
// the digest of its address. kBadParameter for a stub with a shard on another machine. Returns the
// number of documents; kIndexCorrupt names the first damage.
base::Result<std::uint64_t> check_index(const std::string& path);

}  // namespace pressoir::index
