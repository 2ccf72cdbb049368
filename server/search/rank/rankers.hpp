// The orders of results: by relevance and by date. Both give one page of the whole order, and ties
// are broken by document id everywhere, so that pages neither overlap nor leave gaps.
//
// By relevance (relevance_ranker.cpp): BM25 of text and title over three forms of each word,
// coverage of the query, and for the best documents the proximity of its words. RANKING.md has the
// weights, what each part is worth, and what was tried without success. By date (date_ranker.cpp):
// that of the document, or that on which it was first indexed, which feeds are sorted by.
#pragma once

#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/query.hpp"
#include "server/query/request.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::search::rank {

// What documents are ranked by: one revision of the archive, and until when.
struct RankingContext {
  store::Postings& postings;
  const store::Snapshot& snapshot;
  store::Deadline& deadline;
};

// The documents of one page of the order. Every document of `documents` has a place, even with the
// score 0: the total that is counted is the number of results that can be paged through. Scores
// never rise along the order.
//
// Scores are computed for a window of document numbers at a time, posting list after posting list,
// with SIMD instructions; only the best fifty have their positions read. One thread for each
// `context.postings`. kTimeout when the deadline passes: never an order of a part. Throws what
// Xapian throws.
base::Result<std::vector<RankedDocument>> rank_by_relevance(const RankingContext& context,
                                                            const store::DocumentSet& documents,
                                                            const query::Query& query, Page page);

// The documents of one page of the order, all with the score 0. `sort` is kNewest, kOldest or
// kFirstIndexed (the latest first). A partial date sorts as base::Date compares, 2012 before
// 2012-03; undated documents come last in either direction.
//
// When the set is a large part of the archive, a page of the newest does not look at all of it: the
// order of all documents (Columns::newest) is walked until the page is full. Otherwise the set is
// sorted partially. Any thread.
std::vector<RankedDocument> rank_by_date(const store::DocumentSet& documents,
                                         const store::Columns& columns, query::Sort sort,
                                         Page page);

}  // namespace pressoir::search::rank
