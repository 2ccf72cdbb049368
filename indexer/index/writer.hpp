// The only writer of an index. One process writes at a time; a second one is told who holds the
// lock. Commits are atomic: after a crash or kill -9 the index opens at its last commit.
//
// A few new documents are written straight into the current database. When they are many compared
// with what the index has, as in a first load, they go into segments, which a commit merges with
// the database into its next generation: a fraction of the time, but disk space for both meanwhile.
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::index {

struct WriterOptions {
  unsigned jobs = 1;  // threads that write segments, 1 at least
  // Text written straight into the index between two commits: what is not committed is in memory.
  std::size_t commit_every_bytes = 4u << 20;
  // Text written into segments before the first commit; each next one waits for as much as all
  // before it together, so that merging costs at most as much again as the last one does.
  std::size_t merge_every_bytes = 64u << 20;
  // New documents go into segments once the run has written so many straight into the index, and
  // one for every eight that it held.
  std::size_t most_direct_documents = 100;
};

enum class PutOutcome { kAdded, kUpdated, kUnchanged };

class IndexWriter {
 public:
  // Opens the index in the folder `path`, or makes one when the folder is absent or empty. Errors:
  // kNotAnIndex (the folder holds something else, or it is a file), kIndexLocked, kIndexMismatch
  // (says what to run), kIndexCorrupt, kUnreadable (permissions), kNoSpace.
  static base::Result<IndexWriter> open(const std::string& path, const WriterOptions& options = {});

  ~IndexWriter();  // commits nothing: what was not committed is lost
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  // Adds a document, or replaces the one with the same id. A document equal to the stored one
  // writes nothing, unless that one is in a segment and not committed: it then counts as updated.
  // first_indexed is kept from the stored one, else it is `now` (seconds since 1970).
  base::Result<PutOutcome> put(base::Document document, std::int64_t now);

  // The label that facets show for the id of a person, a government or a ministry.
  base::Result<void> put_label(std::string_view id, std::string_view label);

  // False when no document has the id.
  base::Result<bool> remove(std::string_view id);

  // Makes everything so far durable and visible to readers. Costs nothing when nothing changed.
  base::Result<void> commit();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::index
