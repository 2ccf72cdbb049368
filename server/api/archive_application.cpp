#include "server/api/archive_application.hpp"

#include <utility>

#include "server/api/routes.hpp"

namespace pressoir::api {
namespace {

constexpr std::string_view kAllowedMethods = "GET, HEAD, OPTIONS";

bool is_api_path(std::string_view path) {
  return path.starts_with("/api/");
}

bool answers_with_page(const Request& request) {
  return wants_html(request) && !is_api_path(request.path);
}

// Headers that depend on where the answer comes from, not on what it says.
Response finished(const Request& request, Response response) {
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  if (is_api_path(request.path)) {
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
  }
  return response;
}

Response method_response(const Request& request) {
  Response response;
  if (request.method != "OPTIONS") {
    response = problem_response({ProblemKind::kMethodNotAllowed,
                                 request.method + " is not among " + std::string(kAllowedMethods),
                                 {},
                                 ""},
                                request.path);
  }
  response.headers.push_back({"Allow", std::string(kAllowedMethods)});
  if (is_api_path(request.path)) {
    response.headers.push_back({"Access-Control-Allow-Methods", std::string(kAllowedMethods)});
  }
  return response;
}

class ArchiveWorker final : public Worker {
 public:
  ArchiveWorker(search::Archive& archive, const pages::Pages& pages)
      : searcher_(archive), pages_(pages) {}

  Response answer(const Request& request) override { return finished(request, route(request)); }

 private:
  Response route(const Request& request) {
    auto match = find_route(request.path);
    if (!match)
      return problem_page({ProblemKind::kNotFound, "", {}, ""}, pages_, searcher_.summary());
    const Call call{request, std::move(match->argument), pages_};
    const auto& handler = match->route->handler;
    if (const auto* direct = std::get_if<DirectHandler>(&handler)) return (*direct)(call);
    return std::get<SearchHandler>(handler)(call, searcher_);
  }

  search::Searcher searcher_;
  const pages::Pages& pages_;
};

}  // namespace

std::optional<Response> ArchiveApplication::answer_at_once(const Request& request) const {
  auto match = find_route(request.path);
  if (!match) {
    if (answers_with_page(request)) return std::nullopt;
    return finished(request, problem_response({ProblemKind::kNotFound, "", {}, ""}, request.path));
  }
  if (request.method != "GET" && request.method != "HEAD") {
    return finished(request, method_response(request));
  }
  const auto* direct = std::get_if<DirectHandler>(&match->route->handler);
  if (direct == nullptr) return std::nullopt;
  return finished(request, (*direct)({request, std::move(match->argument), pages_}));
}

Response ArchiveApplication::answer_problem(const Request& request, const Problem& problem) const {
  if (answers_with_page(request)) return finished(request, problem_page(problem, pages_, {}));
  return finished(request, problem_response(problem, request.path));
}

std::unique_ptr<Worker> ArchiveApplication::make_worker() const {
  return std::make_unique<ArchiveWorker>(archive_, pages_);
}

}  // namespace pressoir::api
