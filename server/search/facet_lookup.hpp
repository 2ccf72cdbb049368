// Looks up values of one facet by words typed: the search field inside a long facet, and the pages
// that list all ministers, themes or governments.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/request.hpp"
#include "server/search/results.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::search {

struct FacetLookupRequest {
  query::SearchRequest
      search;  // whose documents are counted; its order, page and facets do not matter
  base::Facet facet = base::Facet::kMinister;
  std::string typed;        // as TypedName reads it; empty: every value
  std::uint32_t start = 0;  // 0-based rank of the first value
  std::uint32_t count = 20;
};

// One page of the values that contain the words.
struct FacetLookup {
  // Most frequent first, equal counts in the order of values; themes too. Those with a count and
  // those that are selected, counted as FacetCounts says.
  std::vector<facets::FacetValue> values;
  std::uint64_t total = 0;  // of all values that hold the words, listed or not
  std::uint64_t none = 0;   // documents without a value
  SearchResults answer;     // of the search: how it was read, its total; no hits
};

// Words may occur in the label or in the value itself: `montebourg` finds a person by the id too.
// Costs one search that lists every value of the facet. Errors: those of Searcher::search.
base::Result<FacetLookup> look_up_values(const FacetLookupRequest& request, Searcher& searcher);

}  // namespace pressoir::search
