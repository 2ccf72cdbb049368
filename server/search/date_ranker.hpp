// The order of the results by a date: that of the document, or of its entry into the archive.
#pragma once

#include <vector>

#include "server/search/columns.hpp"
#include "server/search/document_set.hpp"
#include "server/search/ranked_document.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

// Ties by document id; undated documents last. `sort` is not kRelevance. Any thread.
std::vector<RankedDocument> rank_by_date(const DocumentSet& documents, const Columns& columns,
                                         Sort sort, Page page);

}  // namespace pressoir::search
