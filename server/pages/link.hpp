// Addresses inside the site. A search is its address: the same request has one address, whatever
// the order in which it was put together. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/search/request.hpp"

namespace pressoir::pages {

// Every byte but unreserved ones and `/` as `%XX` (RFC 3986, section 2).
std::string percent_encode(std::string_view text);

struct Parameter {
  std::string name;
  std::string value;  // not encoded

  bool operator==(const Parameter&) const = default;
};

// Pages of the archive's people, governments and themes; `theme` is a path.
std::string minister_href(std::string_view id);
std::string government_href(std::string_view id);
std::string theme_href(std::string_view path);

// The parameters of a request in the order of the API's documentation; those that have their
// default value are left out, and so is what only the API asks for (`facets`, `fields`).
std::vector<Parameter> parameters(const search::SearchRequest& request);

// `year`, `month`, `day`.
std::string_view name_of(search::Interval interval) noexcept;

// Parameters, and those of a request, as `q=p%C3%B4les&minister=none`; empty when all are defaults.
std::string query_string(const std::vector<Parameter>& parameters);
std::string query_string(const search::SearchRequest& request);

// `/`, `/?q=…`; the same search asked from the API; a document with the words to mark in it.
std::string search_href(const search::SearchRequest& request);
std::string api_href(const search::SearchRequest& request);
std::string export_href(std::string_view format,
                        const search::SearchRequest& request);  // `csv`, `jsonl`
std::string feed_href(std::string_view format,
                      const search::SearchRequest& request);  // `atom`, `json`
struct FeedHrefs {
  std::string atom;
  std::string json;
};
FeedHrefs feed_hrefs(const search::SearchRequest& request);
std::string values_href(search::Facet facet, const search::SearchRequest& request);
std::string document_href(std::string_view id, std::string_view q);

// The order in which the results of the request come.
search::Sort effective_sort(const search::SearchRequest& request) noexcept;

// Each of these gives the request with one thing changed, at its first page.
search::SearchRequest with_query(search::SearchRequest request, std::string q);
search::SearchRequest with_match(search::SearchRequest request, search::MatchMode match);
search::SearchRequest with_sort(search::SearchRequest request, search::Sort sort);
search::SearchRequest with_dates(search::SearchRequest request, base::Date from, base::Date to);
search::SearchRequest with_interval(search::SearchRequest request, search::Interval interval);
search::SearchRequest with_collapse(search::SearchRequest request, bool collapse);
search::SearchRequest with_count(search::SearchRequest request, std::uint32_t count);

// The same question without what only concerns how the page shows it: order, place, interval.
search::SearchRequest question_of(search::SearchRequest request);

// Selects the value, or drops it when it is selected. A theme takes the place of those above and
// below it: they are wider or narrower readings of the same choice.
search::SearchRequest with_toggled(search::SearchRequest request, search::Facet facet,
                                   const std::string& value);

// No longer excludes the value.
search::SearchRequest without_exclusion(search::SearchRequest request, search::Facet facet,
                                        const std::string& value);

// Neither facets nor dates; the query and how it is shown remain.
search::SearchRequest without_filters(search::SearchRequest request);

// The only function that moves to another page. `page` counts from 0.
search::SearchRequest at_page(search::SearchRequest request, std::uint64_t page);

}  // namespace pressoir::pages
