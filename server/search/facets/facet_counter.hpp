// Filters and exact facet counts, by the algebra of sets: a facet counts the documents that pass
// all filters but its own.
//
// Pure functions over a snapshot's columns: any thread.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "server/query/request.hpp"
#include "server/search/facets/facet_counts.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::facets {

struct FilteredMatches {
  store::DocumentSet documents;  // that pass every filter
  std::uint64_t total = 0;
  std::array<std::optional<FacetCounts>, base::kFacetCount>
      facets;  // those that the request asks for
  std::optional<DateHistogram> dates;
};

FilteredMatches filter_and_count(const store::DocumentSet& matches,
                                 const query::SearchRequest& request,
                                 const store::Columns& columns);

}  // namespace pressoir::search::facets
