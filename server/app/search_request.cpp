#include "server/app/search_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/base/date.hpp"
#include "indexer/base/utf8.hpp"
#include "server/query/request_parameters.hpp"
#include "server/query/typed_date.hpp"

namespace pressoir::app {
namespace {

// The values given, else the endpoint's default; a parameter that the endpoint does not take leaves
// its member alone.
query::SearchRequest to_request(const ParameterValues& values) {
  query::SearchRequest request;
  for (const query::RequestParameter& row : query::request_parameters()) {
    const std::span<const std::string> given = values.all(row.parameter.name);
    const std::string usual(values.get(row.parameter.name));
    if (!given.empty()) {
      row.read(given, request);
    } else if (!usual.empty()) {
      row.read({&usual, 1}, request);
    }
  }
  return request;
}

// Partial dates cover days: from=2012-12 to=2012 is not reversed, as both include December.
QueryCallOrErrors check_query(std::span<const Parameter> table,
                              const std::vector<QueryPair>& pairs) {
  auto parsed = parse_parameters(table, pairs);
  query::SearchRequest request = to_request(parsed.values);
  const auto& [from, to] = std::pair(request.from, request.to);
  if (from && to && base::first_day(from) > base::last_day(to)) {
    parsed.errors.push_back({"from", std::string(kFromAfterTo), ""});
  }
  if (!parsed.errors.empty()) return std::move(parsed.errors);
  return QueryCall{std::move(parsed.values), std::move(request)};
}

SearchCallOrErrors to_search_call(QueryCallOrErrors checked) {
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&checked)) return std::move(*errors);
  QueryCall& query = std::get<QueryCall>(checked);
  SearchCall call{std::move(query.request), read_fields(query.values)};
  // A snippet is the most expensive part of a result.
  call.request.with_snippets = call.fields.has("snippet");
  call.request.with_text = call.fields.has("text");
  return call;
}

// A form that a script has extended may send `sort` twice: the later field is what the reader
// saw.
bool is_same_single(const Parameter& parameter, const QueryPair& a, const QueryPair& b) {
  return !parameter.repeatable && a.name == b.name;
}

}  // namespace

std::string date_as_typed(std::string_view text) {
  text = base::trim(text);
  const auto date = query::read_typed_date(text);
  return date ? base::to_string(*date) : std::string(text);
}

api::FieldSet read_fields(const ParameterValues& values) {
  api::FieldSet fields;
  query::for_each_word(values.get("fields"), [&](std::string_view word) { fields.add(word); });
  return fields;
}

QueryCallOrErrors parse_query_call(std::span<const Parameter> table, std::string_view query) {
  return check_query(table, split_query_string(query));
}

QueryCallOrErrors parse_query_form(std::span<const Parameter> table, std::string_view query) {
  std::vector<QueryPair> kept;
  for (QueryPair& pair : split_query_string(query)) {
    const Parameter* parameter = find_parameter(table, pair.name);
    if (parameter == nullptr) continue;
    // Browsers send every field of a form, empty ones too.
    if (pair.fault.empty() && base::trim(pair.value).empty()) continue;
    if (parameter->kind == ParameterKind::kDate) pair.value = date_as_typed(pair.value);
    std::erase_if(kept,
                  [&](const QueryPair& other) { return is_same_single(*parameter, other, pair); });
    kept.push_back(std::move(pair));
  }
  return check_query(table, kept);
}

SearchCallOrErrors parse_search_request(std::string_view query) {
  return to_search_call(parse_query_call(search_parameters(), query));
}

// A larger count is cut rather than refused: a page must stay below 30 KB.
SearchCallOrErrors parse_search_form(std::string_view query) {
  auto call = to_search_call(parse_query_form(search_parameters(), query));
  if (auto* search = std::get_if<SearchCall>(&call)) {
    search->request.count = std::min(search->request.count, kMaxOnPage);
  }
  return call;
}

}  // namespace pressoir::app
