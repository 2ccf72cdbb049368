// The order of the results: the documents of an exact set, best first.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/document_set.hpp"
#include "server/search/query.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

struct RankedDocument {
  std::uint32_t document = 0;
  double score = 0;
};

struct Page {
  std::uint32_t start = 0;  // 0-based rank of the first
  std::uint32_t count = 0;
};

// By date, ties by document id; undated documents last. Any thread.
std::vector<RankedDocument> rank_by_date(const DocumentSet& documents, const Columns& columns,
                                         Sort sort, Page page);

// By BM25 over the query's words, ties by document id. What is counted is what is ranked: every
// document of the set has a place, whatever its score. Throws what Xapian throws; one thread at a
// time for one database.
std::vector<RankedDocument> rank_by_relevance(const Xapian::Database& database,
                                              const DocumentSet& documents, const Query& query,
                                              Page page);

}  // namespace pressoir::search
