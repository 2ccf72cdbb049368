// Several queries over time: how many documents of each period match each query. The periods are
// those of the archive, so that a series can be drawn as counts or as a share of what was
// published.
//
// Plain data and pure functions over one snapshot: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/query_parser.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/facet_counter.hpp"
#include "server/search/facets/histogram.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search {

// More curves cannot be told apart in one drawing.
inline constexpr std::size_t kMaxSeries = 5;

// An interval that makes more periods (a century of days) is rejected: cut, it would look complete.
inline constexpr std::int64_t kMaxTrendPeriods = facets::HistogramCounter::kMaxPeriods;

// What to count.
struct TrendsRequest {
  std::vector<std::string> queries;  // at most kMaxSeries; an empty one: every document
  // Filters, dates, match mode and interval of all series; its other fields are ignored.
  query::SearchRequest common;
};

// The documents that match one query and pass all filters, that of the dates included.
struct TrendSeries {
  std::string q;
  query::QueryOutline read_as;        // how it was understood
  std::uint64_t total = 0;            // the total of a search: the sum of `counts` and `none`
  std::uint64_t none = 0;             // whose date is less precise than a period
  std::vector<std::uint64_t> counts;  // one for each period of Trends::archive
};

// All of one revision.
struct Trends {
  // The denominators: the documents that pass the filters, whatever their words. Consecutive
  // periods from the first to the last that has such a document, widened to the requested range.
  facets::DateHistogram archive;
  std::uint64_t total = 0;  // sum of its counts and its `none`
  std::vector<TrendSeries> series;
  std::string revision;
  std::uint64_t documents = 0;  // in the whole archive
  double took_ms = 0;
};

// Trends::archive, of the documents that pass the filters of `request`. kBadParameter: more than
// kMaxTrendPeriods periods.
base::Result<facets::DateHistogram> count_archive(const store::DocumentSet& documents,
                                                  const query::SearchRequest& request,
                                                  const store::Columns& columns);

// The series of `documents`, which must be some of those that `archive` was counted from.
TrendSeries count_series(const store::DocumentSet& documents, const facets::DateHistogram& archive,
                         const store::Columns& columns);

}  // namespace pressoir::search
