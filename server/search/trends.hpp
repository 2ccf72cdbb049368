// Several queries over time: of the documents of each period, how many match. Plain data and pure
// functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/facet_counter.hpp"
#include "server/search/facets/histogram.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search {

inline constexpr std::size_t kMaxSeries = 5;

// An interval that makes more periods is refused, not cut: a century of days.
inline constexpr std::int64_t kMaxTrendPeriods = facets::HistogramCounter::kMaxPeriods;

struct TrendsRequest {
  std::vector<std::string> queries;  // at most kMaxSeries; an empty one: every document
  query::SearchRequest
      common;  // filters, dates, match and interval of all; the rest of it does not count
};

// Documents that match one query and pass all filters, those of the dates too.
struct TrendSeries {
  std::string q;
  std::string read_as;                // how it was understood, in French
  std::uint64_t total = 0;            // as a search has it: the sum of `counts` and `none`
  std::uint64_t none = 0;             // whose date does not tell the period
  std::vector<std::uint64_t> counts;  // one for each period of Trends::archive
};

// All of one revision.
struct Trends {
  // The denominators: what passes the filters, whatever its words. Periods without gaps from the
  // first to the last that has such a document, and over the whole range that was asked for.
  facets::DateHistogram archive;
  std::uint64_t total = 0;  // sum of its counts and its `none`
  std::vector<TrendSeries> series;
  std::string revision;
  std::uint64_t documents = 0;  // in the whole archive
  double took_ms = 0;
};

// The archive's side: its periods and the documents of each. kBadParameter: more periods than
// kMaxTrendPeriods.
base::Result<facets::DateHistogram> count_archive(const store::DocumentSet& documents,
                                                  const query::SearchRequest& request,
                                                  const store::Columns& columns);

// The counts of a part of those documents, by the same periods.
TrendSeries count_series(const store::DocumentSet& documents, const facets::DateHistogram& archive,
                         const store::Columns& columns);

}  // namespace pressoir::search
