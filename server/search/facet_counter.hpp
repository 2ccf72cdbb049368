// Filters and exact facet counts, by the algebra of sets: a facet counts the documents that pass
// all filters but its own.
//
// Pure functions over a snapshot's columns: any thread.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/document_set.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

struct FilteredMatches {
  DocumentSet documents;  // that pass every filter
  std::uint64_t total = 0;
  std::array<std::optional<FacetCounts>, kFacetCount> facets;  // those that the request asks for
  std::optional<DateHistogram> dates;
};

FilteredMatches filter_and_count(const DocumentSet& matches, const SearchRequest& request,
                                 const Columns& columns);

}  // namespace pressoir::search
