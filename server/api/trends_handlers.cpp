#include <utility>
#include <variant>

#include "server/api/export_rows.hpp"
#include "server/api/handlers.hpp"
#include "server/api/search_request.hpp"
#include "server/api/trends_text.hpp"

namespace pressoir::api {
namespace {

struct TrendsAnswer {
  search::TrendsRequest request;
  search::Trends trends;
  bool with_mark = false;
};

// What `table` reads from the call, answered; else what is wrong.
std::variant<TrendsAnswer, Response> count_trends(std::span<const Parameter> table,
                                                  const Call& call, search::Searcher& searcher) {
  auto parsed = parse_query_call(table, call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  QueryCall& query = std::get<QueryCall>(parsed);
  const auto queries = query.values.all("q");
  search::TrendsRequest request{{queries.begin(), queries.end()}, std::move(query.request)};
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

Response handle_trends(const Call& call, search::Searcher& searcher) {
  auto counted = count_trends(trends_parameters(), call, searcher);
  if (auto* failure = std::get_if<Response>(&counted)) return std::move(*failure);
  const auto& answer = std::get<TrendsAnswer>(counted);
  return json_response(trends_to_json(answer.request, answer.trends));
}

Response handle_trends_csv(const Call& call, search::Searcher& searcher) {
  auto counted = count_trends(csv_trends_parameters(), call, searcher);
  if (auto* failure = std::get_if<Response>(&counted)) return std::move(*failure);
  const auto& answer = std::get<TrendsAnswer>(counted);
  Response response;
  response.content_type = kCsvType;
  response.headers = {{"Content-Disposition", "attachment; filename=\"pressoir-tendances.csv\""}};
  if (answer.with_mark) response.body = kByteOrderMark;
  response.body += trends_to_csv(answer.trends);
  return response;
}

}  // namespace pressoir::api
