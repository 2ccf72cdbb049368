// Orders documents by a date: that of the document (newest or oldest first), or that on which it
// was first indexed (the latest first), which feeds are sorted by.
#pragma once

#include <vector>

#include "server/query/request.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::rank {

// The documents of one page of the order, all with the score 0. Equal dates are ordered by document
// id, as everywhere; undated documents come last in either direction. A partial date sorts as
// base::Date compares: 2012 before 2012-03. `sort` is kNewest, kOldest or kFirstIndexed.
//
// When the set is a large part of the archive, a page of the newest does not look at all of it: the
// order of all documents (Columns::newest) is walked until the page is full. Otherwise the set is
// sorted partially. Any thread.
std::vector<RankedDocument> rank_by_date(const store::DocumentSet& documents,
                                         const store::Columns& columns, query::Sort sort,
                                         Page page);

}  // namespace pressoir::search::rank
