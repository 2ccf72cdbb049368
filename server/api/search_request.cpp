#include "server/api/search_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace pressoir::api {
namespace {

// The place of `word` among `choices`, which is the value of the enumeration.
template <typename Enum>
Enum choice_of(const ParameterValues& values, std::string_view name) {
  const Parameter* parameter = find_parameter(values.table(), name);
  if (parameter == nullptr) return Enum{};
  const auto place =
      std::find(parameter->choices.begin(), parameter->choices.end(), values.get(name));
  return static_cast<Enum>(place - parameter->choices.begin());
}

template <typename Take>
void for_each_word(std::string_view list, Take take) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    take(list.substr(0, comma));
    list = comma == std::string_view::npos ? "" : list.substr(comma + 1);
  }
}

void read_filters(const ParameterValues& values, query::SearchRequest& request) {
  for (const base::Facet facet : base::kFacets) {
    const std::string name(to_string(facet));
    auto& filter = request.filters[static_cast<std::size_t>(facet)];
    const auto any_of = values.all(name);
    const auto none_of = values.all("not_" + name);
    filter.any_of.assign(any_of.begin(), any_of.end());
    filter.none_of.assign(none_of.begin(), none_of.end());
  }
}

void read_facets(const ParameterValues& values, query::SearchRequest& request) {
  request.facets = {};
  request.date_facet = false;
  for_each_word(values.get("facets"), [&](std::string_view word) {
    if (word == "date") request.date_facet = true;
    for (const base::Facet facet : base::kFacets) {
      if (to_string(facet) == word) request.facets[static_cast<std::size_t>(facet)] = true;
    }
  });
  request.facet_size = values.integer("facet_size");
  request.interval = choice_of<query::Interval>(values, "interval");
}

query::SearchRequest to_request(const ParameterValues& values) {
  query::SearchRequest request;
  request.q = values.get("q");
  request.match = choice_of<query::MatchMode>(values, "match");
  read_filters(values, request);
  request.from = base::parse_date(values.get("from")).value_or(base::Date{});
  request.to = base::parse_date(values.get("to")).value_or(base::Date{});
  request.collapse = values.get("collapse") == "true";
  if (values.given("sort")) request.sort = choice_of<query::Sort>(values, "sort");
  request.start = values.integer("start");
  request.count = values.integer("count");
  read_facets(values, request);
  return request;
}

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
  call.request.with_snippets = call.fields.has(Field::kSnippet);
  call.request.with_text = call.fields.has(Field::kText);
  return call;
}

std::string_view without_spaces_around(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// Reads digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t max_digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
  const auto digits = static_cast<std::size_t>(end - text.begin());
  if (error != std::errc{} || number < 0 || digits > max_digits) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

bool is_same_single(const Parameter& parameter, const QueryPair& a, const QueryPair& b) {
  return !parameter.repeatable && a.name == b.name;
}

}  // namespace

std::string date_as_typed(std::string_view text) {
  text = without_spaces_around(text);
  std::string_view rest = text;
  int numbers[3] = {0, 0, 0};
  int count = 0;
  while (count < 3) {
    const auto number = take_number(rest, 4);
    if (!number) return std::string(text);
    numbers[count++] = *number;
    if (rest.empty() || rest.front() != '/') break;
    rest.remove_prefix(1);
  }
  if (!rest.empty() || count == 1) return std::string(text);
  if (count == 2) return fmt::format("{:04}-{:02}", numbers[1], numbers[0]);
  return fmt::format("{:04}-{:02}-{:02}", numbers[2], numbers[1], numbers[0]);
}

FieldSet read_fields(const ParameterValues& values) {
  FieldSet fields;
  for_each_word(values.get("fields"), [&](std::string_view word) {
    const auto name = std::find(kFieldNames.begin(), kFieldNames.end(), word);
    fields.add(static_cast<Field>(name - kFieldNames.begin()));
  });
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
    if (pair.fault.empty() && without_spaces_around(pair.value).empty()) continue;
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

SearchCallOrErrors parse_search_form(std::string_view query) {
  auto call = to_search_call(parse_query_form(search_parameters(), query));
  if (auto* search = std::get_if<SearchCall>(&call)) {
    search->request.count = std::min(search->request.count, kMostOnPage);
  }
  return call;
}

}  // namespace pressoir::api
