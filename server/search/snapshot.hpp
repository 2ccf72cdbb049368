// One state of an archive: a revision of the index, its columns and what suggestions are drawn
// from. Does not change once made.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/search/columns.hpp"
#include "server/search/postings.hpp"
#include "server/search/suggest_index.hpp"
#include "server/search/vocabulary.hpp"
#include "server/search/word_sequences.hpp"

namespace pressoir::search {

struct Snapshot {
  Snapshot(const Xapian::Database& database, const gazetteer::Gazetteer& gazetteer);

  // True when `database` is open at the state that this was read from. A rebuilt index may have the
  // same revision as the one in whose place it was put, but not the same identity.
  bool is_of(const Xapian::Database& database) const {
    return database.get_revision() == revision && database.get_uuid() == uuid;
  }

  // Names this state: another one has another name, be it of a rebuilt index.
  std::string name() const { return std::to_string(revision) + "-" + uuid.substr(0, 8); }

  Columns columns;
  FrequentPostings frequent;
  WordSequences sequences;
  Vocabulary vocabulary;
  SuggestIndex suggest;
  Xapian::rev revision;  // of the database it was read from
  std::string uuid;      // of that database
  std::uint64_t documents;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970
};

}  // namespace pressoir::search
