// The values of facets and the periods of dates with their numbers of documents: plain data, UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/facet_counts.hpp"

namespace pressoir::search::facets {

struct FacetValue {
  std::string value;  // what a filter takes
  std::string label;  // what a person reads
  std::uint64_t count = 0;
  bool selected = false;
};

// Exact counts over the documents that match the query and every filter but the facet's own.
struct FacetCounts {
  std::vector<FacetValue> values;  // most frequent first; selected ones always listed. Themes: by
                                   // path, a parent counts each document once
  std::uint64_t distinct = 0;      // values with a count, listed or not
  std::uint64_t other = 0;         // sum of the counts of the values not listed
  std::uint64_t none = 0;          // documents without a value
};

struct DateBucket {
  base::Date start;  // first day of the period
  std::uint64_t count = 0;
};

// Without gaps from the first to the last period that has a document, and over the whole range that
// was asked for. Partial dates count in the periods they name; a period shorter than what is known
// of the date leaves it in `none`. No periods when no document is dated.
struct DateHistogram {
  query::Interval interval = query::Interval::kYear;
  std::vector<DateBucket> buckets;
  std::uint64_t none = 0;
};

}  // namespace pressoir::search::facets
