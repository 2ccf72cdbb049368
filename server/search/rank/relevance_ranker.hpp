// Orders documents by relevance: BM25 of text and title over three forms of each word, coverage of
// the query, and for the best the proximity of its words. RANKING.md has the weights, what each
// part is worth, and what was tried without success.
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

// The documents of one page of the order. Every document of `documents` has a place, even with the
// score 0: the total that is counted is the number of results that can be paged through. Scores
// never rise along the order; ties are ordered by document id.
//
// Scores are computed for a window of document numbers at a time, posting list after posting list,
// with SIMD instructions; only the best fifty have their positions read. `postings` and `snapshot`
// are of one revision. One thread for each `postings`. kTimeout when the deadline passes: never an
// order of a part. Throws what Xapian throws.
base::Result<std::vector<RankedDocument>> rank_by_relevance(store::Postings& postings,
                                                            const store::Snapshot& snapshot,
                                                            store::Deadline& deadline,
                                                            const store::DocumentSet& documents,
                                                            const query::Query& query, Page page);

}  // namespace pressoir::search::rank
