// Query strings of searches, read in two ways: strictly for programs, leniently for the forms and
// hand-made addresses of people. Every function may be called from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "server/api/field.hpp"
#include "server/api/parameters.hpp"
#include "server/query/request.hpp"

namespace pressoir::api {

struct SearchCall {
  query::SearchRequest request;
  FieldSet fields;  // to return of each result
};

// The reason of the error of `from` when it lies after `to`.
inline constexpr std::string_view kFromAfterTo = "is after to";

using SearchCallOrErrors = std::variant<SearchCall, std::vector<ParameterError>>;

// The query string of an endpoint that takes a query and filters, under the rules of
// parse_search_request. What the table does not have keeps its default in `request`.
struct QueryCall {
  ParameterValues values;
  query::SearchRequest request;
};
using QueryCallOrErrors = std::variant<QueryCall, std::vector<ParameterError>>;
QueryCallOrErrors parse_query_call(std::span<const Parameter> table, std::string_view query);

// What `fields` asks for.
FieldSet read_fields(const ParameterValues& values);

// `GET /api/v1/search`: every fault is an error (see parse_parameters), and so is a `from` after
// `to`. `query` is what follows `?`, still percent-encoded.
SearchCallOrErrors parse_search_request(std::string_view query);

// The same from a form or an address made by hand, under the rules of parse_search_form.
QueryCallOrErrors parse_query_form(std::span<const Parameter> table, std::string_view query);

// `GET /`: unknown parameters and empty values are passed over, the last value of a single
// parameter counts, and dates may be written as in French, `05/12/2012` or `12/2012`. What remains
// malformed is an error. At most kMostOnPage results, so that a page stays small.
inline constexpr std::uint32_t kMostOnPage = 50;
SearchCallOrErrors parse_search_form(std::string_view query);

// The value as parse_search_form takes it in a date's place: `5/12/2012` gives `2012-12-05`,
// anything else is returned as it is, without spaces around.
std::string date_as_typed(std::string_view text);

}  // namespace pressoir::api
