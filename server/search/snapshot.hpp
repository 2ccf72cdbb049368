// One state of an archive: a revision of the index, its columns and what suggestions are drawn
// from. Does not change once made.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/readable_index.hpp"
#include "server/search/columns.hpp"
#include "server/search/postings.hpp"
#include "server/search/suggest_index.hpp"
#include "server/search/vocabulary.hpp"
#include "server/search/word_sequences.hpp"

namespace pressoir::search {

struct Snapshot {
  Snapshot(const index::ReadableIndex& index, const gazetteer::Gazetteer& gazetteer);

  // True when `index` is open at the state that this was read from.
  bool is_of(const index::ReadableIndex& index) const { return index.state() == state; }

  // Names this state: another one has another name, be it of a rebuilt index.
  const std::string& name() const { return state; }

  Columns columns;
  FrequentPostings frequent;
  WordSequences sequences;
  Vocabulary vocabulary;
  SuggestIndex suggest;
  std::string state;  // of the index it was read from
  std::uint64_t documents;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated;  // last commit that changed a document, seconds since 1970
};

}  // namespace pressoir::search
