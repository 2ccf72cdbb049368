#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/json_writer.hpp"
#include "server/api/openapi.hpp"
#include "server/api/opensearch.hpp"
#include "server/app/handlers.hpp"
#include "server/app/parameters.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::app {
namespace {

// In the words of a person who fills in a form.
std::string values_of(const Parameter& parameter) {
  switch (parameter.kind) {
    case ParameterKind::kText:
    case ParameterKind::kValue:
      return fmt::format("texte, {} octets au plus", wording::number(parameter.max));
    case ParameterKind::kDate:
      return "2012, 2012-12 ou 2012-12-05";
    case ParameterKind::kInteger:
      return fmt::format("{} à {}", parameter.min, parameter.max);
    case ParameterKind::kChoice:
    case ParameterKind::kList:
      return fmt::format("{}", fmt::join(parameter.choices, ", "));
    case ParameterKind::kBoolean:
      return "true, false";
  }
  return "";
}

pages::ApiParameterView view_of(const Parameter& parameter) {
  // The default of a list is nearly all of its words, which are shown anyway.
  const bool is_list = parameter.kind == ParameterKind::kList;
  return {std::string(parameter.name), values_of(parameter),
          is_list ? "" : std::string(parameter.default_value), std::string(parameter.french),
          parameter.repeatable};
}

// An address that works: the pattern with an argument filled in, and the example's query string.
// Empty when there is no argument to fill in.
std::string example_of(const Route& route, std::string_view document_id) {
  const auto open = route.pattern.find('{');
  if (open == std::string_view::npos) return fmt::format("{}{}", route.pattern, route.example);
  const std::string_view argument =
      route.pattern.substr(open).starts_with("{id}") ? document_id : "minister";
  // Pages with an argument are linked from everywhere; their example would need another id each.
  if (argument.empty() || route.audience != api::Audience::kPrograms) return "";
  return fmt::format("{}{}{}{}", route.pattern.substr(0, open), argument,
                     route.pattern.substr(route.pattern.find('}') + 1), route.example);
}

pages::ApiEndpointView view_of(const Route& route, std::string_view document_id) {
  pages::ApiEndpointView view;
  view.path = route.pattern;
  view.meaning = route.french;
  for (const api::Answer& answer : route.answers) {
    // Files of any type: there is none to name.
    if (answer.media_type == "*/*") continue;
    view.answers += view.answers.empty() ? "" : ", ";
    view.answers += answer.media_type;
  }
  view.example = example_of(route, document_id);
  if (route.parameters == nullptr) return view;
  for (const Parameter& parameter : route.parameters()) {
    view.parameters.push_back(view_of(parameter));
  }
  return view;
}

// The newest document of the archive; empty when there is none, or it cannot be found now.
std::string any_document_id(search::Searcher& searcher) {
  query::SearchRequest newest;
  newest.count = 1;
  // Only the id is needed.
  newest.facets = {};
  newest.date_facet = newest.with_snippets = false;
  const auto found = searcher.search(newest);
  return !found || found->hits.empty() ? "" : found->hits.front().document.id;
}

// The refusal of any parameter, to an endpoint that takes none.
std::optional<Response> refuse_parameters(const Call& call) {
  auto parsed = parse_parameters(no_parameters(), split_query_string(call.request.query));
  if (parsed.errors.empty()) return std::nullopt;
  return bad_parameters(std::move(parsed.errors), call.request.path);
}

}  // namespace

// The groups are in the order of Audience, which indexes them.
pages::ApiView describe_api(std::string_view document_id) {
  pages::ApiView view{
      {{"Pour les programmes", {}}, {"Pour les lecteurs", {}}, {"Pour qui tient le serveur", {}}}};
  for (const Route& route : routes()) {
    auto& group = view.groups[static_cast<std::size_t>(route.audience)];
    group.endpoints.push_back(view_of(route, document_id));
  }
  return view;
}

Response handle_openapi(const Call& call) {
  if (auto refusal = refuse_parameters(call)) return *std::move(refusal);
  const std::vector<api::Endpoint> endpoints(routes().begin(), routes().end());
  return json_response(api::openapi_json(endpoints, call.request.base_url));
}

Response handle_opensearch(const Call& call) {
  if (auto refusal = refuse_parameters(call)) return *std::move(refusal);
  return {200,
          "application/opensearchdescription+xml; charset=utf-8",
          {},
          api::opensearch_description(call.request.base_url)};
}

Response handle_api_page(const Call& call, search::Searcher& searcher) {
  return html_response(
      200, call.pages.api_page(describe_api(any_document_id(searcher)), searcher.summary()));
}

// Says only that the io thread runs: a supervisor must not restart a server whose archive is
// moving. Readiness is for load balancers.
Response handle_health(const Call&) {
  return json_response(R"({"status":"ok"})");
}

// 503 as long as the index cannot be read, or a shard does not answer.
Response handle_readiness(const Call& call, search::Searcher& searcher) {
  if (const auto ready = searcher.ready(); !ready) {
    return problem_response(problem_of(ready.error()), call.request.path);
  }
  const search::ArchiveSummary summary = searcher.summary();
  base::JsonWriter json;
  json.begin_object();
  json.key("status").text("ready");
  json.key("revision").text(summary.revision);
  json.key("documents").integer(summary.documents);
  json.end_object();
  return json_response(std::move(json).take());
}

}  // namespace pressoir::app
