// Reads a SearchRequest from a query string, in two ways: strictly for programs, to whom every
// fault is reported, and leniently for the forms and hand-made addresses of people. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/api/field.hpp"
#include "server/app/parameters.hpp"
#include "server/query/request.hpp"

namespace pressoir::app {

// A search and the fields to return of each result.
struct SearchCall {
  query::SearchRequest request;
  api::FieldSet fields;
};

// The reason of the error of `from` when it is after `to`.
inline constexpr std::string_view kFromAfterTo = "is after to";

using SearchCallOrErrors = std::variant<SearchCall, std::vector<ParameterError>>;

// The query string of any endpoint that takes a query and filters: all values, and those of the
// search's own parameters in `request`, whose other members have their defaults.
struct QueryCall {
  ParameterValues values;
  query::SearchRequest request;
};
using QueryCallOrErrors = std::variant<QueryCall, std::vector<ParameterError>>;

// Strict: every error of parse_parameters, and a `from` after `to`. `query` is what follows `?`,
// still percent-encoded.
QueryCallOrErrors parse_query_call(std::span<const Parameter> table, std::string_view query);

// Lenient: skips unknown parameters and empty values, lets the last value of a single parameter
// win, and takes dates as in French, `05/12/2012` or `12/2012`. What is malformed even so is an
// error.
QueryCallOrErrors parse_query_form(std::span<const Parameter> table, std::string_view query);

// `GET /api/v1/search`, strict.
SearchCallOrErrors parse_search_request(std::string_view query);

// `GET /`, lenient. At most kMaxOnPage results, to bound the size of a page.
inline constexpr std::uint32_t kMaxOnPage = 50;
SearchCallOrErrors parse_search_form(std::string_view query);

// The fields that `fields` lists.
api::FieldSet read_fields(const ParameterValues& values);

// A date as parse_query_form takes it: `5/12/2012` gives `2012-12-05`; anything else unchanged but
// for blanks at its ends.
std::string date_as_typed(std::string_view text);

}  // namespace pressoir::app
