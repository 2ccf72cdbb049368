// What a query weighs documents by: its words, each once, with all their forms.
#pragma once

#include <vector>

#include "server/query/query.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::rank {

// One thing asked for.
struct RankedTerm {
  std::vector<const store::QueryWord*> words;  // one; of a prefix all; none when only `also` counts
  bool is_prefix = false;                      // only the folded forms of `words` count
  bool in_title = false;
  std::vector<const query::Query*>
      also;  // other ways to say it: what they match counts as said once
};

// In the order of the query, which must outlive them. Stop words count when there is nothing else.
std::vector<RankedTerm> ranked_terms(const query::Query& query);

}  // namespace pressoir::search::rank
