#include "server/pages/comparison_request.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/timeline_window.hpp"

namespace pressoir::pages {
namespace {

using search::Interval;

std::string address(std::string_view path, const ComparisonRequest& request) {
  const std::string query = query_string(parameters(request));
  return query.empty() ? std::string(path) : std::string(path) + "?" + query;
}

// The dates without what lies outside of the archive: nothing is drawn there.
search::SearchRequest within_archive(search::SearchRequest request,
                                     const search::ArchiveSummary& archive) {
  const base::Date first = base::first_day(archive.first_date);
  const base::Date last = base::last_day(archive.last_date);
  if (!first || !last) return request;
  if (request.from && base::last_day(request.from) < first) request.from = first;
  if (request.to && base::first_day(request.to) > last) request.to = last;
  return request;
}

// How many periods two days and what lies between them are in.
std::int32_t periods_between(Interval interval, base::Date first, base::Date last) {
  const std::int32_t years = last.year - first.year;
  if (interval == Interval::kYear) return years + 1;
  if (interval == Interval::kMonth) return years * 12 + last.month - first.month + 1;
  return base::days_since_epoch(last) - base::days_since_epoch(first) + 1;
}

}  // namespace

std::vector<Parameter> parameters(const ComparisonRequest& request) {
  std::vector<Parameter> list;
  for (const std::string& q : request.queries) list.push_back({"q", q});
  search::SearchRequest common = question_of(request.common);
  common.q.clear();
  for (Parameter& parameter : parameters(common)) list.push_back(std::move(parameter));
  if (request.interval) list.push_back({"interval", std::string(name_of(*request.interval))});
  return list;
}

ComparisonRequest with_dates(ComparisonRequest request, base::Date from, base::Date to) {
  request.common = with_dates(std::move(request.common), from, to);
  return request;
}

std::string comparison_href(const ComparisonRequest& request) {
  return address("/comparer", request);
}

std::string comparison_picture_href(const ComparisonRequest& request) {
  return address("/comparer.svg", request);
}

std::string trends_href(const ComparisonRequest& request) {
  return address("/api/v1/trends", request);
}

std::string trends_csv_href(const ComparisonRequest& request) {
  return address("/api/v1/trends.csv", request);
}

Interval comparison_interval(const ComparisonRequest& request,
                             const search::ArchiveSummary& archive) {
  const search::SearchRequest common = within_archive(request.common, archive);
  const base::Date first = base::first_day(common.from ? common.from : archive.first_date);
  const base::Date last = base::last_day(common.to ? common.to : archive.last_date);
  if (!first || !last) return request.interval.value_or(Interval::kYear);
  Interval interval =
      request.interval.value_or(usual_interval(periods_between(Interval::kDay, first, last)));
  for (const Interval longer : {Interval::kMonth, Interval::kYear}) {
    const bool is_too_short = periods_between(interval, first, last) > kMaxComparedPeriods;
    if (is_too_short && longer < interval) interval = longer;
  }
  return interval;
}

base::Result<ComparisonAnswer> answer_comparison(const ComparisonRequest& request,
                                                 search::Searcher& searcher) {
  ComparisonAnswer answer{request, {}, {}};
  if (request.queries.empty()) return answer;
  const search::ArchiveSummary archive = searcher.summary();
  search::TrendsRequest asked{request.queries, within_archive(request.common, archive)};
  asked.common.interval = comparison_interval(request, archive);
  auto trends = searcher.trends(asked);
  if (!trends) return trends.error();
  answer.trends = *std::move(trends);
  search::SearchRequest names = request.common;
  names.q.clear();
  names.count = 0;
  names.date_facet = names.with_snippets = false;
  for (const search::Facet facet : search::kFacets) {
    const search::FacetFilter& filter = names.filter(facet);
    names.facets[static_cast<std::size_t>(facet)] =
        !filter.any_of.empty() || !filter.none_of.empty();
  }
  if (std::find(names.facets.begin(), names.facets.end(), true) == names.facets.end())
    return answer;
  auto named = searcher.search(names);
  if (!named) return named.error();
  answer.names = *std::move(named);
  return answer;
}

}  // namespace pressoir::pages
