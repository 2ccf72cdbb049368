// One state of an archive: a revision of the index, its columns, posting lists and word
// sequences. Does not change once made.
//
// The snapshot of a later revision is made from the one before and the documents that changed, when
// the index tells which these are: what did not change is shared, the rest costs about a second
// of the processor at most for a million documents. It answers as one that was read whole does.
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
  // Reads everything, on two threads: `second` is another handle of the same state. Throws what
  // Xapian throws.
  Snapshot(const index::ReadableIndex& index, const index::ReadableIndex& second);

  // The state of `changes.index()`, which is a later one of the same index.
  Snapshot(const Snapshot& before, const Changes& changes);

  // True when `index` is open at the state that this was read from.
  bool is_of(const index::ReadableIndex& index) const { return index.revisions() == revisions; }

  // Names this state: another one has another name, be it of a rebuilt index.
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
  // Documents that changed since everything was read. Words that none holds any more stay in
  // memory till then.
  std::uint64_t changed = 0;

 private:
  struct Words {
    WordSequences sequences;
    std::vector<WordCount> counts;
  };
  static Words read_words(const index::ReadableIndex& index);
  Snapshot(std::future<Words> words, const index::ReadableIndex& index);
  void describe(const index::ReadableIndex& index);

  std::string name_;
};

// What changed from `before` to `index`; nothing when that is not known, or so much that
// everything should be read. `index` must outlive it. Throws what Xapian throws.
std::unique_ptr<const Changes> find_changes(const Snapshot& before,
                                            const index::ReadableIndex& index);

}  // namespace pressoir::store
