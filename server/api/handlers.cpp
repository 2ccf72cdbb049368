#include "server/api/handlers.hpp"

#include <optional>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "server/api/facet_json.hpp"
#include "server/api/json_writer.hpp"
#include "server/api/nearest_word.hpp"
#include "server/api/openapi.hpp"
#include "server/api/opensearch.hpp"
#include "server/api/parameters.hpp"
#include "server/api/search_json.hpp"
#include "server/api/search_request.hpp"
#include "server/api/similar_json.hpp"
#include "server/api/suggest_json.hpp"

namespace pressoir::api {
namespace {

std::optional<base::Facet> facet_of(std::string_view name) {
  for (const base::Facet facet : base::kFacets) {
    if (to_string(facet) == name) return facet;
  }
  return std::nullopt;
}

// The nearest one may have been meant.
Response no_such_facet(const Call& call) {
  std::vector<std::string_view> names;
  names.reserve(base::kFacets.size());
  for (const base::Facet facet : base::kFacets) names.push_back(to_string(facet));
  const std::string_view nearest = nearest_word(call.argument, names);
  std::string detail(base::clip_utf8(call.argument, 100));
  detail += " is not a facet with values";
  if (!nearest.empty()) detail.append("; did you mean ").append(nearest) += '?';
  return problem_response({ProblemKind::kNotFound,
                           std::move(detail),
                           {{"facet", "is not a facet with values", std::string(nearest)}},
                           ""},
                          call.request.path);
}

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

}  // namespace

Response json_response(std::string body) {
  return {200, "application/json", {}, std::move(body)};
}

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
  return json_response(search_results_to_json(search_call, *results));
}

Response handle_suggest(const Call& call, search::Searcher& searcher) {
  return answer_suggest(call, searcher, {"application/json", suggestions_to_json});
}

Response handle_browser_suggestions(const Call& call, search::Searcher& searcher) {
  return answer_suggest(call, searcher,
                        {"application/x-suggestions+json", suggestions_to_browser_json});
}

Response handle_similar(const Call& call, search::Searcher& searcher) {
  auto parsed = parse_parameters(similar_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const FieldSet fields = read_fields(parsed.values);
  const search::SimilarRequest request{call.argument, parsed.values.integer("count"),
                                       fields.has(Field::kSnippet), fields.has(Field::kText)};
  const auto results = searcher.similar(request);
  if (!results) return problem_response(problem_of(results.error()), call.request.path);
  return json_response(similar_to_json(request, fields, *results));
}

Response handle_facet(const Call& call, search::Searcher& searcher) {
  const auto facet = facet_of(call.argument);
  if (!facet) return no_such_facet(call);
  auto parsed = parse_query_call(facet_parameters(), call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  auto& [values, counted] = std::get<QueryCall>(parsed);
  search::FacetLookupRequest request{std::move(counted), *facet, std::string(values.get("q"))};
  request.search.q = values.get("query");
  request.start = request.search.start;
  request.count = request.search.count;
  const auto lookup = search::look_up_values(request, searcher);
  if (!lookup) return problem_response(problem_of(lookup.error()), call.request.path);
  return json_response(facet_lookup_to_json(request, *lookup));
}

Response handle_readiness(const Call& call, search::Searcher& searcher) {
  if (const auto ready = searcher.ready(); !ready) {
    return problem_response(problem_of(ready.error()), call.request.path);
  }
  const search::ArchiveSummary summary = searcher.summary();
  JsonWriter json;
  json.begin_object();
  json.key("status").text("ready");
  json.key("revision").text(summary.revision);
  json.key("documents").integer(summary.documents);
  json.end_object();
  return json_response(std::move(json).take());
}

Response handle_openapi(const Call& call) {
  auto parsed = parse_parameters(no_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  return json_response(openapi_json(call.request.base_url));
}

Response handle_opensearch(const Call& call) {
  auto parsed = parse_parameters(no_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  return {200,
          "application/opensearchdescription+xml; charset=utf-8",
          {},
          opensearch_description(call.request.base_url)};
}

Response handle_health(const Call&) {
  return json_response(R"({"status":"ok"})");
}

}  // namespace pressoir::api
