// What the comparison page is asked, where it leads, and what it asks of an archive.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/pages/link.hpp"
#include "server/search/searcher.hpp"
#include "server/search/trends.hpp"

namespace pressoir::pages {

struct ComparisonRequest {
  std::vector<std::string> queries;               // at most search::kMaxSeries; none: an empty form
  search::SearchRequest common = {};              // filters, dates and match
  std::optional<search::Interval> interval = {};  // none: what suits the dates
};

// `/comparer?q=…&q=…`, the same as a picture, and from the API as JSON or CSV.
std::string comparison_href(const ComparisonRequest& request);
std::string comparison_picture_href(const ComparisonRequest& request);
std::string trends_href(const ComparisonRequest& request);
std::string trends_csv_href(const ComparisonRequest& request);

// Its parameters, in one order.
std::vector<Parameter> parameters(const ComparisonRequest& request);

// The same between other dates.
ComparisonRequest with_dates(ComparisonRequest request, base::Date from, base::Date to);

struct ComparisonAnswer {
  ComparisonRequest asked;
  search::Trends trends;        // of the interval that is drawn
  search::SearchResults names;  // of the filters that are on
};

// More periods than these are drawn in longer ones: ten years of months. A page must stay small.
inline constexpr std::int32_t kMaxComparedPeriods = 120;

// The interval asked for, or what suits the dates; longer when it makes too many periods.
search::Interval comparison_interval(const ComparisonRequest& request,
                                     const search::ArchiveSummary& archive);

// Errors: those of Searcher::trends. Without a query nothing is asked.
base::Result<ComparisonAnswer> answer_comparison(const ComparisonRequest& request,
                                                 search::Searcher& searcher);

}  // namespace pressoir::pages
