// Filters and exact facet counts, by the algebra of sets: a facet counts the documents that pass
// all filters but its own, so that its other values show what choosing them would find.
//
// Plain data, UTF-8, and pure functions over the columns of a snapshot: any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/fields.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/histogram.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::store {
struct Columns;
}

namespace pressoir::search::facets {

// A value of a facet as one line of its list.
struct FacetValue {
  std::string value;  // what a filter takes
  std::string label;  // what a person reads
  std::uint64_t count = 0;
  bool selected = false;
};

// One facet: exact counts over the documents that match the query and every filter but the facet's
// own. A document with several values counts once for each.
struct FacetCounts {
  std::vector<FacetValue> values;  // most frequent first; selected ones always listed. Themes: by
                                   // path, a parent counts each document once
  std::uint64_t distinct = 0;      // values with a count, listed or not
  std::uint64_t other = 0;         // sum of the counts of the values not listed
  std::uint64_t none = 0;          // documents without a value
};

// What passes the filters of a request, and its facets.
struct FilteredMatches {
  store::DocumentSet documents;  // that pass every filter
  std::uint64_t total = 0;       // how many these are
  // Those that the request counts, indexed by Facet; nothing for the others.
  std::array<std::optional<FacetCounts>, base::kFacetCount> facets;
  std::optional<DateHistogram> dates;
};

// Filters `matches`, the documents that match the query of `request`, and counts its facets. A
// facet that is filtered by is counted over a set of its own: the documents that pass all other
// filters.
FilteredMatches filter_and_count(const store::DocumentSet& matches,
                                 const query::SearchRequest& request,
                                 const store::Columns& columns);

}  // namespace pressoir::search::facets
