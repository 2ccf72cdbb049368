// The order of the results by relevance.
#pragma once

#include <vector>

#include "indexer/base/error.hpp"
#include "server/search/deadline.hpp"
#include "server/search/document_set.hpp"
#include "server/search/postings.hpp"
#include "server/search/query.hpp"
#include "server/search/ranked_document.hpp"
#include "server/search/snapshot.hpp"

namespace pressoir::search {

// Every document of the set has a place, whatever its score: what is counted is what is ranked.
// Scores never rise along the list; ties are ordered by document id. ARCHITECTURE.md, "Ranking",
// says what is weighed and what each part is worth. `postings` and `snapshot` are of one revision.
// kTimeout when the deadline passes. Throws what Xapian throws.
base::Result<std::vector<RankedDocument>> rank_by_relevance(Postings& postings,
                                                            const Snapshot& snapshot,
                                                            Deadline& deadline,
                                                            const DocumentSet& documents,
                                                            const Query& query, Page page);

}  // namespace pressoir::search
