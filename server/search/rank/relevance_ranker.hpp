// The order of the results by relevance.
#pragma once

#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/query.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/deadline.hpp"
#include "server/store/document_set.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::search::rank {

// Every document of the set has a place, whatever its score: what is counted is what is ranked.
// Scores never rise along the list; ties are ordered by document id. ARCHITECTURE.md, "Ranking",
// says what is weighed and what each part is worth. `postings` and `snapshot` are of one revision.
// kTimeout when the deadline passes. Throws what Xapian throws.
base::Result<std::vector<RankedDocument>> rank_by_relevance(store::Postings& postings,
                                                            const store::Snapshot& snapshot,
                                                            store::Deadline& deadline,
                                                            const store::DocumentSet& documents,
                                                            const query::Query& query, Page page);

}  // namespace pressoir::search::rank
