#include "server/pages/link.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace pressoir::pages {
namespace {

using query::SearchRequest;

// RFC 3986, section 2.3, and `/`, which a query may contain as it is: themes stay readable.
bool is_kept(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

// Values of the parameters `match` and `sort`, as the API documents them.
std::string_view name_of(query::MatchMode match) noexcept {
  switch (match) {
    case query::MatchMode::kAll:
      return "all";
    case query::MatchMode::kAny:
      return "any";
    case query::MatchMode::kAuto:
      break;
  }
  return "auto";
}

std::string_view name_of(query::Sort sort) noexcept {
  switch (sort) {
    case query::Sort::kNewest:
      return "newest";
    case query::Sort::kOldest:
      return "oldest";
    case query::Sort::kFirstIndexed:
      return "first_indexed";
    case query::Sort::kRelevance:
      break;
  }
  return "relevance";
}

// That of the API.
query::Sort default_sort(const SearchRequest& request) noexcept {
  return request.q.empty() ? query::Sort::kNewest : query::Sort::kRelevance;
}

// In the order of the facets, each with its exclusions: one order, hence one address.
void add_filters(const SearchRequest& request, std::vector<Parameter>& list) {
  for (const base::Facet facet : base::kFacets) {
    const std::string name(base::to_string(facet));
    for (const std::string& value : request.filter(facet).any_of) list.push_back({name, value});
    for (const std::string& value : request.filter(facet).none_of) {
      list.push_back({"not_" + name, value});
    }
  }
}

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
  return pages::address(path, parameters(request));
}

constexpr std::array<std::string_view, 3> kAttributes = {"href=\"", "src=\"", "action=\""};

// Whether an attribute with an address was just opened.
bool ends_with_attribute(std::string_view text) {
  return std::any_of(kAttributes.begin(), kAttributes.end(),
                     [&](std::string_view attribute) { return text.ends_with(attribute); });
}

// A changed question has other results: its page 3 is another page 3.
SearchRequest first_page(SearchRequest request) {
  request.start = 0;
  return request;
}

}  // namespace

std::string_view name_of(query::Interval interval) noexcept {
  switch (interval) {
    case query::Interval::kMonth:
      return "month";
    case query::Interval::kDay:
      return "day";
    case query::Interval::kYear:
      break;
  }
  return "year";
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_kept(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return encoded;
}

std::vector<Parameter> parameters(const SearchRequest& request) {
  const SearchRequest defaults;
  std::vector<Parameter> list;
  if (!request.q.empty()) list.push_back({"q", request.q});
  add_filters(request, list);
  if (request.from) list.push_back({"from", base::to_string(request.from)});
  if (request.to) list.push_back({"to", base::to_string(request.to)});
  if (request.match != defaults.match) {
    list.push_back({"match", std::string(name_of(request.match))});
  }
  // The default order depends on whether there is a query, so it is compared as resolved.
  if (effective_sort(request) != default_sort(request)) {
    list.push_back({"sort", std::string(name_of(*request.sort))});
  }
  if (request.collapse) list.push_back({"collapse", "true"});
  const auto add_number = [&](std::string name, std::uint32_t value, std::uint32_t usual) {
    if (value != usual) list.push_back({std::move(name), std::to_string(value)});
  };
  add_number("start", request.start, defaults.start);
  add_number("count", request.count, defaults.count);
  add_number("facet_size", request.facet_size, defaults.facet_size);
  if (request.interval != defaults.interval) {
    list.push_back({"interval", std::string(name_of(request.interval))});
  }
  return list;
}

std::string query_string(const std::vector<Parameter>& parameters) {
  std::string query;
  for (const Parameter& parameter : parameters) {
    if (!query.empty()) query += '&';
    query += parameter.name + "=" + percent_encode(parameter.value);
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
  return address("/api/v1/export." + std::string(format), question_of(request));
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
  return "/ministres/" + percent_encode(id);
}

std::string government_href(std::string_view id) {
  return "/gouvernements/" + percent_encode(id);
}

// A path has slashes, which a path segment of an address could not have.
std::string theme_href(std::string_view path) {
  return "/themes?theme=" + percent_encode(path);
}

std::string document_href(std::string_view id, std::string_view q) {
  std::string href = "/documents/" + percent_encode(id);
  if (!q.empty()) href += "?q=" + percent_encode(q);
  return href;
}

query::Sort effective_sort(const SearchRequest& request) noexcept {
  return request.sort.value_or(default_sort(request));
}

SearchRequest with_query(SearchRequest request, std::string q) {
  request.q = std::move(q);
  return first_page(std::move(request));
}

SearchRequest with_match(SearchRequest request, query::MatchMode match) {
  request.match = match;
  return first_page(std::move(request));
}

SearchRequest with_sort(SearchRequest request, query::Sort sort) {
  request.sort = sort;
  return first_page(std::move(request));
}

SearchRequest with_dates(SearchRequest request, base::Date from, base::Date to) {
  request.from = from;
  request.to = to;
  return first_page(std::move(request));
}

SearchRequest with_interval(SearchRequest request, query::Interval interval) {
  request.interval = interval;
  return first_page(std::move(request));
}

SearchRequest with_collapse(SearchRequest request, bool collapse) {
  request.collapse = collapse;
  return first_page(std::move(request));
}

SearchRequest with_count(SearchRequest request, std::uint32_t count) {
  request.count = count;
  return first_page(std::move(request));
}

SearchRequest question_of(SearchRequest request) {
  // Filters, dates and `match` decide what is found; everything else is reset.
  const SearchRequest defaults;
  request.sort = defaults.sort;
  request.collapse = defaults.collapse;
  request.start = defaults.start;
  request.count = defaults.count;
  request.facet_size = defaults.facet_size;
  request.interval = defaults.interval;
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
  request.filters = {};
  return with_dates(std::move(request), {}, {});
}

SearchRequest at_page(SearchRequest request, std::uint64_t page) {
  // The last page of a huge archive may start beyond what the parameter takes.
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint32_t>::max();
  request.start = static_cast<std::uint32_t>(std::min(page * request.count, kMax));
  return request;
}

}  // namespace pressoir::pages
