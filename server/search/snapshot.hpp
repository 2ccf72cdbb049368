// One state of an archive: a revision of the index, its columns and what suggestions are drawn
// from. Does not change once made.
//
// The snapshot of a later revision is made from the one before and the documents that changed, when
// the index tells which these are: what did not change is shared, the rest costs about a second
// of the processor at most for a million documents. It answers as one that was read whole does.
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <string>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/search/changes.hpp"
#include "server/search/columns.hpp"
#include "server/search/postings.hpp"
#include "server/search/suggest_index.hpp"
#include "server/search/vocabulary.hpp"
#include "server/search/word_sequences.hpp"

namespace pressoir::search {

struct Snapshot {
  // Reads everything, on two threads: `second` is another handle of the same revision. Throws what
  // Xapian throws.
  Snapshot(const Xapian::Database& database, const Xapian::Database& second,
           const gazetteer::Gazetteer& gazetteer);

  // The state of `changes.database()`, which is a later one of the same index.
  Snapshot(const Snapshot& before, const Changes& changes, const gazetteer::Gazetteer& gazetteer);

  // True when `database` is open at the state that this was read from. A rebuilt index may have the
  // same revision as the one in whose place it was put, but not the same identity.
  bool is_of(const Xapian::Database& database) const {
    return database.get_revision() == revision && database.get_uuid() == uuid;
  }

  // Names this state: another one has another name, be it of a rebuilt index.
  std::string name() const { return std::to_string(revision) + "-" + uuid.substr(0, 8); }

  Columns columns;
  FrequentPostings frequent;
  Vocabulary vocabulary;
  SuggestIndex suggest;
  WordSequences sequences;
  Xapian::rev revision;  // of the database it was read from
  std::string uuid;      // of that database
  std::uint64_t documents;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970
  // Documents that changed since everything was read. Words that none holds any more stay in
  // memory till then.
  std::uint64_t changed = 0;

 private:
  Snapshot(std::future<WordSequences> sequences, const Xapian::Database& database,
           const gazetteer::Gazetteer& gazetteer);
  void describe(const Xapian::Database& database);
};

// What changed from `before` to `database`; nothing when that is not known, or so much that
// everything should be read. `database` must outlive it. Throws what Xapian throws.
std::unique_ptr<const Changes> find_changes(const Snapshot& before,
                                            const Xapian::Database& database);

}  // namespace pressoir::search
