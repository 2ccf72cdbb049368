// One revision of an archive in memory: columns, document heads, posting lists, word sequences,
// vocabulary. Does not change once made: any number of searches read it, each keeping the one it
// began with.
//
// A snapshot is read whole, or made from the one before and the documents that changed when the
// index has logged which these are. The second shares what did not change and costs about a second
// of the processor at most for a million documents. Both answer alike
// (tests/unit/search/loaded_revision_test.cpp).
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "server/store/changes.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_heads.hpp"
#include "server/store/postings.hpp"
#include "server/store/spellings.hpp"
#include "server/store/vocabulary.hpp"
#include "server/store/word_pairs.hpp"
#include "server/store/word_sequences.hpp"

namespace pressoir::store {

struct Snapshot {
  // Reads everything, on two threads: `second` is another handle of the same revision, as a Xapian
  // database serves one thread. Throws what Xapian throws.
  Snapshot(const index::ReadableIndex& index, const index::ReadableIndex& second);

  // The revision of `changes.index()`, a later one of the same index. `changes` may be destroyed
  // afterwards.
  Snapshot(const Snapshot& before, const Changes& changes);

  // True when `index` is open at the revision that this was read from.
  bool is_of(const index::ReadableIndex& index) const { return index.revisions() == revisions; }

  // Identifies this revision, for ETags and caches: another one has another name, even that of a
  // rebuilt index.
  const std::string& name() const { return name_; }

  Columns columns;
  DocumentHeads heads;
  Spellings spellings;
  FrequentPostings frequent;
  WordSequences sequences;
  WordPairs pairs;
  Vocabulary vocabulary;
  std::vector<index::Revision> revisions;  // of the shards it was read from
  std::uint64_t documents;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970
  // Documents that changed since everything was read. Words that none of them contains any more
  // stay in memory until everything is read again.
  std::uint64_t changed = 0;

 private:
  // What the second thread reads.
  struct Words {
    WordSequences sequences;
    std::vector<WordCount> counts;
  };
  static Words read_words(const index::ReadableIndex& index);
  Snapshot(std::future<Words> words, const index::ReadableIndex& index);
  void describe(const index::ReadableIndex& index);

  std::string name_;
};

// What changed from `before` to `index`. Null when the change log does not reach back, the index
// was rebuilt, or a quarter of the archive has changed: then everything should be read. `index`
// must outlive the result. Throws what Xapian throws.
std::unique_ptr<const Changes> find_changes(const Snapshot& before,
                                            const index::ReadableIndex& index);

}  // namespace pressoir::store
