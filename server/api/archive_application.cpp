#include "server/api/archive_application.hpp"

#include <algorithm>
#include <utility>

#include "server/api/routes.hpp"
#include "server/pages/link.hpp"

namespace pressoir::api {
namespace {

constexpr std::string_view kAllowedMethods = "GET, HEAD, OPTIONS";

bool is_api_path(std::string_view path) {
  return path.starts_with("/api/");
}

bool answers_with_page(const Request& request) {
  return wants_html(request) && !is_api_path(request.path);
}

// The pages are read by people; what programs read, scripts of any site may read too.
bool is_open_to_scripts(const Request& request, const Route* route) {
  return is_api_path(request.path) || (route != nullptr && route->audience == Audience::kPrograms);
}

const Route* route_of(const std::optional<RouteMatch>& match) {
  return match ? match->route : nullptr;
}

void add_if_absent(Response& response, std::string_view name, std::string_view value) {
  const auto& headers = response.headers;
  const bool is_there = std::any_of(headers.begin(), headers.end(),
                                    [&](const Header& header) { return header.name == name; });
  if (!is_there) response.headers.push_back({std::string(name), std::string(value)});
}

// Headers that depend on where the answer comes from, not on what it says. Answers follow a live
// index: a cache may keep them, but must ask before it uses them again.
Response finished(const Request& request, const Route* route, Response response) {
  if (route != nullptr) response.route = route->name;
  const std::string_view base_path = pages::path_of(request.base_url);
  if (!base_path.empty() && response.content_type.starts_with("text/html")) {
    response.body = pages::with_base_path(response.body, base_path);
  }
  add_if_absent(response, "Cache-Control", response.status < 400 ? "no-cache" : "no-store");
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  if (is_open_to_scripts(request, route)) {
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
    response.headers.push_back({"Access-Control-Expose-Headers", "*"});
  }
  return response;
}

Response not_modified(const Response& whole) {
  Response response{304, "", {}, ""};
  for (const Header& header : whole.headers) {
    if (header.name == "Cache-Control" || header.name == "Vary" || header.name == "ETag" ||
        header.name == "Last-Modified" || header.name == "Access-Control-Allow-Origin") {
      response.headers.push_back(header);
    }
  }
  return response;
}

void add_validators(Response& response, std::string tag, std::int64_t modified) {
  response.headers.push_back({"ETag", std::move(tag)});
  if (modified != 0) response.headers.push_back({"Last-Modified", to_http_date(modified)});
}

// `answered` with the validators of its content; 304 when the client has the same.
Response validated(const Request& request, Response answered) {
  if (answered.status != 200) return answered;
  std::string tag = content_tag(answered.body);
  const bool is_same = is_unchanged(request, tag, answered.unchanged_since);
  add_validators(answered, std::move(tag), 0);
  return is_same ? not_modified(answered) : std::move(answered);
}

Response allowed_methods() {
  return {200, "", {{"Allow", std::string(kAllowedMethods)}}, ""};
}

Response method_response(const Request& request, const Route& route) {
  Response response = allowed_methods();
  if (request.method != "OPTIONS") {
    response = problem_response({ProblemKind::kMethodNotAllowed,
                                 request.method + " is not among " + std::string(kAllowedMethods),
                                 {},
                                 ""},
                                request.path);
    response.headers.push_back({"Allow", std::string(kAllowedMethods)});
  }
  if (is_open_to_scripts(request, &route)) {
    response.headers.push_back({"Access-Control-Allow-Methods", std::string(kAllowedMethods)});
    response.headers.push_back({"Access-Control-Allow-Headers", "*"});
    response.headers.push_back({"Access-Control-Max-Age", "86400"});
  }
  return response;
}

class ArchiveWorker final : public Worker {
 public:
  ArchiveWorker(search::Archive& archive, const pages::Pages& pages,
                std::chrono::milliseconds time_limit)
      : searcher_(archive, time_limit), pages_(pages) {}

  Response answer(const Request& request) override {
    auto match = find_route(request.path);
    if (!match) return finished(request, nullptr, page_not_found());
    const Call call{request, std::move(match->argument), pages_};
    return finished(request, match->route, answer_at(*match->route, call));
  }

 private:
  Response page_not_found() {
    return problem_page({ProblemKind::kNotFound, "", {}, ""}, pages_, searcher_.summary());
  }

  Response answer_at(const Route& route, const Call& call) {
    if (route.freshness == Freshness::kRevision) return answer_at_revision(route, call);
    Response response = run(route, call);
    if (route.freshness == Freshness::kNone) return response;
    return validated(call.request, std::move(response));
  }

  // The tag is known before the work: a client that has the answer costs nothing. It is that of the
  // revision before the search, which may be answered from a newer one: then the next request gets
  // another tag, and nobody keeps what is stale.
  Response answer_at_revision(const Route& route, const Call& call) {
    const search::ArchiveSummary summary = searcher_.summary();
    std::string tag = revision_tag(call.request, summary.revision);
    if (!call.request.if_none_match.empty() && is_unchanged(call.request, tag, 0)) {
      Response known;
      add_validators(known, std::move(tag), summary.updated);
      return not_modified(known);
    }
    Response response = run(route, call);
    if (response.status != 200) return response;
    const bool is_same = is_unchanged(call.request, tag, summary.updated);
    add_validators(response, std::move(tag), summary.updated);
    return is_same ? not_modified(response) : std::move(response);
  }

  Response run(const Route& route, const Call& call) {
    if (const auto* direct = std::get_if<DirectHandler>(&route.handler)) return (*direct)(call);
    return std::get<SearchHandler>(route.handler)(call, searcher_);
  }

  search::Searcher searcher_;
  const pages::Pages& pages_;
};

}  // namespace

std::optional<Response> ArchiveApplication::answer_at_once(const Request& request) const {
  if (request.path == "*") return finished(request, nullptr, allowed_methods());  // OPTIONS alone
  auto match = find_route(request.path);
  if (!match) {
    if (answers_with_page(request)) return std::nullopt;
    return finished(request, nullptr,
                    problem_response({ProblemKind::kNotFound, "", {}, ""}, request.path));
  }
  const Route& route = *match->route;
  if (request.method != "GET" && request.method != "HEAD") {
    return finished(request, &route, method_response(request, route));
  }
  const auto* direct = std::get_if<DirectHandler>(&route.handler);
  if (direct == nullptr) return std::nullopt;
  Response response = (*direct)({request, std::move(match->argument), pages_});
  if (route.freshness != Freshness::kNone) response = validated(request, std::move(response));
  return finished(request, &route, std::move(response));
}

Response ArchiveApplication::answer_problem(const Request& request, const Problem& problem) const {
  const auto match = find_route(request.path);
  return finished(request, route_of(match),
                  answers_with_page(request) ? problem_page(problem, pages_, {})
                                             : problem_response(problem, request.path));
}

Statistics ArchiveApplication::statistics() const {
  const search::ArchiveSummary summary = archive_.summary();
  return {summary.revision, summary.documents, summary.updated, archive_.cache().statistics()};
}

std::unique_ptr<Worker> ArchiveApplication::make_worker() const {
  return std::make_unique<ArchiveWorker>(archive_, pages_, time_limit_);
}

}  // namespace pressoir::api
