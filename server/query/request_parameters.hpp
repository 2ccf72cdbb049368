// The parameters of a search, each described once: how it is read from text into a SearchRequest
// and printed from it, which cached parts of an answer depend on it, whether links of pages carry
// it, and what its documentation says. All that deals with parameters loops over this table: the
// parser of query strings (server/app), the links of pages, /openapi.json and the page /api, and
// the keys of the query cache. A member of SearchRequest that no row covers does not compile, so
// that a parameter cannot be missing from a link or from a cache key. Immutable data and pure
// functions, any thread.
//
// To add a parameter: the member in SearchRequest, a row here, and the code that obeys it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/request.hpp"

namespace pressoir::query {

// What a value may look like. The parser rejects anything else; OpenAPI describes it.
enum class ParameterKind {
  kText,     // any text, empty too; control characters in it become spaces
  kValue,    // a facet value: not empty, no control characters
  kDate,     // `2012`, `2012-12` or `2012-12-05`
  kInteger,  // decimal digits
  kChoice,   // one of `choices`
  kList,     // some of `choices`, separated by commas; may be empty
  kBoolean,  // `true` or `false`
};

// A parameter as its callers see it: of a search, or of one endpoint alone.
struct Parameter {
  std::string_view name;
  ParameterKind kind = ParameterKind::kText;
  bool repeatable = false;
  std::uint32_t max_values = 0;  // of a repeatable one, after removal of duplicates; 0: any number
  std::uint32_t min = 0;         // kInteger: smallest value
  std::uint32_t max = 0;         // kInteger: largest value; kText, kValue: maximum of bytes
  std::span<const std::string_view> choices = {};
  std::string_view default_value = {};  // as a client would write it; empty: none
  std::string_view meaning = {};        // English, for /openapi.json
  std::string_view french = {};         // the same for the page /api; none in request_parameters()
};

// Maximum bytes of a facet value.
inline constexpr std::uint32_t kMaxValueBytes = 512;

// What of an answer depends on a parameter: the parts that the query cache keeps apart.
enum class Effect {
  kMatches,  // which documents match the query
  kFilters,  // which of those pass the filters
  kCounts,   // facet counts and histogram
  kOrder,    // the order of the results
  kPage,     // which results are shown, and how: nothing that is cached
};

// Parameters that endpoints take together, in the order of their documentation.
enum class ParameterGroup {
  kQuery,
  kInclude,
  kExclude,
  kRange,
  kOrder,
  kPlace,
  kCounted,
  kInterval
};

// Whether addresses of pages carry a parameter from one page to the next.
enum class InLinks {
  kYes,
  kNo,  // pages decide for themselves which facets they count
};

struct RequestParameter {
  ParameterGroup group;
  Effect effect;
  InLinks in_links;
  Parameter parameter;
  unsigned members = 0;  // the members of SearchRequest that it reads and prints, one bit each
  // Sets the member from values that `parameter` accepts, at least one.
  void (*read)(std::span<const std::string> values, SearchRequest& request) = nullptr;
  // The values that read() would take; none when the member has its default. Requests with the same
  // values of every row of an effect are the same request in that respect.
  std::vector<std::string> (*print)(const SearchRequest& request) = nullptr;
  // Sets the member of `to` as it is in `from`.
  void (*copy)(const SearchRequest& from, SearchRequest& to) = nullptr;
};

// All of them, in the order in which links write them.
std::span<const RequestParameter> request_parameters() noexcept;

// The parameters of some groups, in the order of the groups.
std::vector<Parameter> parameters_of(std::span<const ParameterGroup> groups);

// The order in which results come when `sort` is absent: relevance with a query, newest without.
Sort default_sort(const SearchRequest& request) noexcept;

// The words of the parameters: `auto`, `all`, `any`; `relevance`, …; `year`, `month`, `day`.
std::string_view to_string(MatchMode match) noexcept;
std::string_view to_string(Sort sort) noexcept;
std::string_view to_string(Interval interval) noexcept;

// Calls `take` with each word of a comma-separated list; an empty list has none.
template <typename Take>
void for_each_word(std::string_view list, Take take) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    take(list.substr(0, comma));
    list = comma == std::string_view::npos ? "" : list.substr(comma + 1);
  }
}

}  // namespace pressoir::query
