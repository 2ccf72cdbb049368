#include <optional>
#include <utility>
#include <variant>

#include "indexer/base/utf8.hpp"
#include "server/api/export_rows.hpp"
#include "server/api/opensearch.hpp"
#include "server/api/search_json.hpp"
#include "server/api/trends_text.hpp"
#include "server/app/handlers.hpp"
#include "server/app/parameters.hpp"
#include "server/app/search_request.hpp"

namespace pressoir::app {
namespace {

// `date` is no facet with values, and is not found here.
std::optional<base::Facet> facet_of(std::string_view name) {
  for (const base::Facet facet : base::kFacets) {
    if (to_string(facet) == name) return facet;
  }
  return std::nullopt;
}

// 404 with the nearest facet, which may have been meant.
Response no_such_facet(const Call& call) {
  std::vector<std::string_view> names;
  names.reserve(base::kFacets.size());
  for (const base::Facet facet : base::kFacets) names.push_back(to_string(facet));
  const std::string_view nearest = nearest_word(call.request.argument, names);
  std::string detail(base::clip_utf8(call.request.argument, 100));
  detail += " is not a facet with values";
  if (!nearest.empty()) detail.append("; did you mean ").append(nearest) += '?';
  return problem_response({ProblemKind::kNotFound,
                           std::move(detail),
                           {{"facet", "is not a facet with values", std::string(nearest)}},
                           ""},
                          call.request.path);
}

// Two endpoints differ in nothing but the form of the answer.
struct SuggestFormat {
  std::string_view content_type;
  std::string (*write)(const suggest::SuggestRequest&, const suggest::Suggestions&);
};

Response answer_suggest(const Call& call, search::Searcher& searcher, const SuggestFormat& format) {
  auto parsed = parse_parameters(suggest_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const suggest::SuggestRequest request{std::string(parsed.values.get("q")),
                                        parsed.values.integer("count")};
  const auto suggestions = searcher.suggest(request);
  if (!suggestions) return problem_response(problem_of(suggestions.error()), call.request.path);
  return {200, std::string(format.content_type), {}, format.write(request, *suggestions)};
}

struct TrendsAnswer {
  search::TrendsRequest request;
  search::Trends trends;
  bool with_mark = false;
};

// The trends that the call asks for, or the response that says what is wrong. `interval` is the one
// parameter that the archive can reject: its periods may be too many.
std::variant<TrendsAnswer, Response> count_trends(std::span<const Parameter> table,
                                                  const Call& call, search::Searcher& searcher) {
  auto parsed = parse_query_call(table, call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  QueryCall& query = std::get<QueryCall>(parsed);
  const auto queries = query.values.all("q");
  search::TrendsRequest request{{queries.begin(), queries.end()}, std::move(query.request)};
  // Without a query, one series of everything.
  if (request.queries.empty()) request.queries.emplace_back();
  auto trends = searcher.trends(request);
  if (trends) {
    return TrendsAnswer{std::move(request), *std::move(trends), query.values.get("bom") == "true"};
  }
  if (trends.error().code == base::Errc::kBadParameter) {
    return bad_parameters({{"interval", trends.error().message, ""}}, call.request.path);
  }
  return problem_response(problem_of(trends.error()), call.request.path);
}

}  // namespace

Response json_response(std::string body) {
  return {200, "application/json", {}, std::move(body)};
}

// The first error is also the detail, for those who read only that.
Response bad_parameters(std::vector<ParameterError> errors, std::string_view path) {
  const auto& first = errors.front();
  std::string detail = first.parameter + " " + first.reason;
  if (!first.nearest.empty()) detail += "; did you mean " + first.nearest + "?";
  return problem_response({ProblemKind::kBadParameter, std::move(detail), std::move(errors), ""},
                          path);
}

Response handle_search(const Call& call, search::Searcher& searcher) {
  auto parsed = parse_search_request(call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  const auto& search_call = std::get<SearchCall>(parsed);
  const auto results = searcher.search(search_call.request);
  if (!results) return problem_response(problem_of(results.error()), call.request.path);
  return json_response(
      api::search_results_to_json(search_call.request, search_call.fields, *results));
}

Response handle_suggest(const Call& call, search::Searcher& searcher) {
  return answer_suggest(call, searcher, {"application/json", api::suggestions_to_json});
}

Response handle_browser_suggestions(const Call& call, search::Searcher& searcher) {
  return answer_suggest(call, searcher,
                        {"application/x-suggestions+json", api::suggestions_to_browser_json});
}

// An unknown id is 404, from the searcher.
Response handle_similar(const Call& call, search::Searcher& searcher) {
  auto parsed = parse_parameters(similar_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const api::FieldSet fields = read_fields(parsed.values);
  // Snippet and text cost time: computed only when `fields` asks for them.
  const search::SimilarRequest request{call.request.argument, parsed.values.integer("count"),
                                       fields.has("snippet"), fields.has("text")};
  const auto results = searcher.similar(request);
  if (!results) return problem_response(problem_of(results.error()), call.request.path);
  return json_response(api::similar_to_json(request, fields, *results));
}

// The same filters as a search, so that a list of values shows counts of what the reader is
// looking at.
Response handle_facet(const Call& call, search::Searcher& searcher) {
  const auto facet = facet_of(call.request.argument);
  if (!facet) return no_such_facet(call);
  auto parsed = parse_query_call(facet_parameters(), call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  auto& [values, counted] = std::get<QueryCall>(parsed);
  search::FacetLookupRequest request{std::move(counted), *facet, std::string(values.get("q"))};
  // `q` is the text typed; to_request has read it as the query.
  request.search.q = values.get("query");
  request.start = request.search.start;
  request.count = request.search.count;
  const auto lookup = searcher.look_up(request);
  if (!lookup) return problem_response(problem_of(lookup.error()), call.request.path);
  return json_response(api::facet_lookup_to_json(request, *lookup));
}

Response handle_trends(const Call& call, search::Searcher& searcher) {
  auto counted = count_trends(trends_parameters(), call, searcher);
  if (auto* failure = std::get_if<Response>(&counted)) return std::move(*failure);
  const auto& answer = std::get<TrendsAnswer>(counted);
  return json_response(api::trends_to_json(answer.request, answer.trends));
}

// CSV leaves out what the JSON says of the whole: spreadsheets want one table.
Response handle_trends_csv(const Call& call, search::Searcher& searcher) {
  auto counted = count_trends(csv_trends_parameters(), call, searcher);
  if (auto* failure = std::get_if<Response>(&counted)) return std::move(*failure);
  const auto& answer = std::get<TrendsAnswer>(counted);
  Response response;
  response.content_type = api::kCsvType;
  response.headers = {{"Content-Disposition", "attachment; filename=\"pressoir-tendances.csv\""}};
  if (answer.with_mark) response.body = api::kByteOrderMark;
  response.body += api::trends_to_csv(answer.trends);
  return response;
}

}  // namespace pressoir::app
