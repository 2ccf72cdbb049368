// The order of the results by a date: that of the document, or of its entry into the archive.
#pragma once

#include <vector>

#include "server/query/request.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::rank {

// Ties by document id; undated documents last. `sort` is not kRelevance. Any thread.
std::vector<RankedDocument> rank_by_date(const store::DocumentSet& documents,
                                         const store::Columns& columns, query::Sort sort,
                                         Page page);

}  // namespace pressoir::search::rank
