// Addresses inside the site, and the requests that they lead to. A search is its address: equal
// requests have one address, in whichever order they were put together.
//
//   search_href(with_query({}, "pôles"));  // "/?q=p%C3%B4les"
//
// Strings are UTF-8, addresses percent-encoded but not escaped for HTML (templates do that). All
// functions are pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/query/request.hpp"

namespace pressoir::links {

// A word of a page that leads somewhere.
struct Link {
  std::string text;
  std::string href;  // empty: where the reader already is, or there is nothing to lead to
};

struct Parameter {
  std::string name;
  std::string value;  // not encoded

  bool operator==(const Parameter&) const = default;
};

// The parameters of a request, in the order of query::request_parameters(). Left out: those with
// their default value, and `facets`, which is for programs.
std::vector<Parameter> parameters(const query::SearchRequest& request);

// `q=p%C3%B4les&minister=none`; empty without parameters.
std::string query_string(const std::vector<Parameter>& parameters);
std::string query_string(const query::SearchRequest& request);

// `path?q=…`, or the path alone without parameters.
std::string address(std::string_view path, const std::vector<Parameter>& parameters);

// Pages below a path of their host, as `https://ministere.example/archives/`: the path of
// `base_url`, which may be a path already. Empty when there is none.
std::string_view path_of(std::string_view base_url) noexcept;

// Inserts `base_path` before every address of this server in a page: values of `href`, `src` and
// `action` that begin with one slash. So templates, also those of operators, need not know where
// they are served. The text of `html` must be escaped; attributes are found, not parsed.
std::string with_base_path(std::string_view html, std::string_view base_path);

// The search page; the same search in the API, as an export (`csv`, `jsonl`) and as a feed (`atom`,
// `json`). Exports and feeds have an order of their own and no pages: they take the question only.
std::string search_href(const query::SearchRequest& request);
std::string api_href(const query::SearchRequest& request);
std::string export_href(std::string_view format, const query::SearchRequest& request);
std::string feed_href(std::string_view format, const query::SearchRequest& request);

struct FeedHrefs {
  std::string atom;
  std::string json;
};
FeedHrefs feed_hrefs(const query::SearchRequest& request);

// The page with all values of a facet, in a search.
std::string values_href(base::Facet facet, const query::SearchRequest& request);

// A document's page, on which the words of `q` are marked.
std::string document_href(std::string_view id, std::string_view q);

// Pages of a person, a government and a theme (its path).
std::string minister_href(std::string_view id);
std::string government_href(std::string_view id);
std::string theme_href(std::string_view path);

// The order of the results: the one that the request names, or its default.
query::Sort effective_sort(const query::SearchRequest& request) noexcept;

// A changed question has other results: its page 3 is another page 3. Hence the functions below
// return to the first page.
inline query::SearchRequest first_page(query::SearchRequest request) {
  request.start = 0;
  return request;
}

// The request with one thing changed: with(request, &SearchRequest::sort, Sort::kNewest).
template <typename Member, typename Value>
query::SearchRequest with(query::SearchRequest request, Member query::SearchRequest::*member,
                          Value value) {
  request.*member = std::move(value);
  return first_page(std::move(request));
}
query::SearchRequest with_query(query::SearchRequest request, std::string q);
query::SearchRequest with_dates(query::SearchRequest request, base::Date from, base::Date to);

// Query, filters, dates and match mode: what decides which documents are found. Resets what only
// concerns how a page shows them (order, place, interval, length of facets).
query::SearchRequest question_of(query::SearchRequest request);

// Selects the value, or drops it when it is selected. A theme replaces its ancestors and
// descendants: they are wider or narrower readings of the same choice.
query::SearchRequest with_toggled(query::SearchRequest request, base::Facet facet,
                                  const std::string& value);

// No longer excludes the value.
query::SearchRequest without_exclusion(query::SearchRequest request, base::Facet facet,
                                       const std::string& value);

// Drops all facet values and dates; keeps the query and how it is shown.
query::SearchRequest without_filters(query::SearchRequest request);

// Moves to another page, counted from 0. The only function here that does not return to the first.
query::SearchRequest at_page(query::SearchRequest request, std::uint64_t page);

}  // namespace pressoir::links
