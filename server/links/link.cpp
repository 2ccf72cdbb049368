#include "server/links/link.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "indexer/base/url.hpp"
#include "server/query/request_parameters.hpp"

namespace pressoir::links {
namespace {

using query::SearchRequest;

// Whether one path equals the other or is below it.
bool is_same_branch(std::string_view a, std::string_view b) noexcept {
  if (a.size() > b.size()) std::swap(a, b);
  return b.starts_with(a) && (a.size() == b.size() || b[a.size()] == '/');
}

// All themes of which one is an ancestor of the other.
void drop_branch(std::vector<std::string>& themes, std::string_view theme) {
  std::erase_if(themes, [&](const auto& other) { return is_same_branch(other, theme); });
}

std::string address(std::string_view path, const SearchRequest& request) {
  return links::address(path, parameters(request));
}

constexpr std::array<std::string_view, 3> kAttributes = {"href=\"", "src=\"", "action=\""};

// Whether an attribute with an address was just opened.
bool ends_with_attribute(std::string_view text) {
  return std::any_of(kAttributes.begin(), kAttributes.end(),
                     [&](std::string_view attribute) { return text.ends_with(attribute); });
}

}  // namespace

std::vector<Parameter> parameters(const SearchRequest& request) {
  std::vector<Parameter> list;
  for (const query::RequestParameter& row : query::request_parameters()) {
    if (row.in_links == query::InLinks::kNo) continue;
    for (std::string& value : row.print(request)) {
      list.push_back({std::string(row.parameter.name), std::move(value)});
    }
  }
  return list;
}

std::string query_string(const std::vector<Parameter>& parameters) {
  std::string query;
  for (const Parameter& parameter : parameters) {
    if (!query.empty()) query += '&';
    query += parameter.name + "=" + base::percent_encode(parameter.value);
  }
  return query;
}

std::string query_string(const SearchRequest& request) {
  return query_string(parameters(request));
}

std::string address(std::string_view path, const std::vector<Parameter>& parameters) {
  const std::string query = query_string(parameters);
  return query.empty() ? std::string(path) : std::string(path) + "?" + query;
}

std::string_view path_of(std::string_view base_url) noexcept {
  const std::size_t scheme_end = base_url.find("://");
  if (scheme_end == std::string_view::npos) return base_url;
  const std::size_t path = base_url.find('/', scheme_end + 3);
  return path == std::string_view::npos ? std::string_view() : base_url.substr(path);
}

std::string with_base_path(std::string_view html, std::string_view base_path) {
  constexpr std::string_view kValue = "=\"/";
  std::string page;
  std::size_t copied = 0;
  // Searching for the end of an attribute's name and the value's slash at once skips most of a
  // page.
  for (std::size_t at = html.find(kValue); at != std::string_view::npos;
       at = html.find(kValue, at + 1)) {
    const std::size_t slash = at + kValue.size() - 1;
    // `//host/` is an address without scheme, not a path.
    const bool is_other_host = html.substr(slash).starts_with("//");
    if (is_other_host || !ends_with_attribute(html.substr(0, slash))) continue;
    page.append(html, copied, slash - copied).append(base_path);
    copied = slash;
  }
  return page.append(html, copied);
}

std::string search_href(const SearchRequest& request) {
  return address("/", request);
}

std::string api_href(const SearchRequest& request) {
  return address("/api/v1/search", request);
}

// An export has no pages and an order of its own.
std::string export_href(std::string_view format, const SearchRequest& request) {
  std::vector<Parameter> list = parameters(question_of(request));
  // Spreadsheets set to French divide lines at semicolons, and need the mark to read UTF-8.
  if (format == "csv") {
    list.push_back({"bom", "true"});
    list.push_back({"separator", ";"});
  }
  return address("/api/v1/export." + std::string(format), list);
}

std::string feed_href(std::string_view format, const SearchRequest& request) {
  return address("/feed." + std::string(format), question_of(request));
}

FeedHrefs feed_hrefs(const SearchRequest& request) {
  return {feed_href("atom", request), feed_href("json", request)};
}

std::string values_href(base::Facet facet, const SearchRequest& request) {
  const std::string query = query_string(first_page(request));
  return "/valeurs?facet=" + std::string(base::to_string(facet)) + (query.empty() ? "" : "&") +
         query;
}

std::string minister_href(std::string_view id) {
  return "/ministres/" + base::percent_encode(id);
}

std::string government_href(std::string_view id) {
  return "/gouvernements/" + base::percent_encode(id);
}

// A path has slashes, which a path segment of an address could not have.
std::string theme_href(std::string_view path) {
  return "/themes?theme=" + base::percent_encode(path);
}

std::string document_href(std::string_view id, std::string_view q) {
  std::string href = "/documents/" + base::percent_encode(id);
  if (!q.empty()) href += "?q=" + base::percent_encode(q);
  return href;
}

query::Sort effective_sort(const SearchRequest& request) noexcept {
  return request.sort.value_or(query::default_sort(request));
}

SearchRequest with_query(SearchRequest request, std::string q) {
  return with(std::move(request), &SearchRequest::q, std::move(q));
}

SearchRequest with_dates(SearchRequest request, base::Date from, base::Date to) {
  return with(with(std::move(request), &SearchRequest::from, from), &SearchRequest::to, to);
}

SearchRequest question_of(SearchRequest request) {
  // Filters, dates and `match` decide what is found; everything else is reset.
  const SearchRequest defaults;
  for (const query::RequestParameter& row : query::request_parameters()) {
    const bool is_asked =
        row.effect == query::Effect::kMatches || row.effect == query::Effect::kFilters;
    if (!is_asked && row.in_links == query::InLinks::kYes) row.copy(defaults, request);
  }
  return request;
}

// A second click drops what the first chose.
SearchRequest with_toggled(SearchRequest request, base::Facet facet, const std::string& value) {
  auto& filter = request.filters[static_cast<std::size_t>(facet)];
  if (std::erase(filter.any_of, value) == 0) {
    if (facet == base::Facet::kTheme) drop_branch(filter.any_of, value);
    // Chosen and excluded at once would find nothing.
    std::erase(filter.none_of, value);
    filter.any_of.push_back(value);
  }
  return first_page(std::move(request));
}

SearchRequest without_exclusion(SearchRequest request, base::Facet facet,
                                const std::string& value) {
  std::erase(request.filters[static_cast<std::size_t>(facet)].none_of, value);
  return first_page(std::move(request));
}

SearchRequest without_filters(SearchRequest request) {
  const SearchRequest defaults;
  for (const query::RequestParameter& row : query::request_parameters()) {
    if (row.effect == query::Effect::kFilters) row.copy(defaults, request);
  }
  return first_page(std::move(request));
}

SearchRequest at_page(SearchRequest request, std::uint64_t page) {
  // The last page of a huge archive may start beyond what the parameter takes.
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint32_t>::max();
  request.start = static_cast<std::uint32_t>(std::min(page * request.count, kMax));
  return request;
}

}  // namespace pressoir::links
