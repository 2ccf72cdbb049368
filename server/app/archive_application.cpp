#include "server/app/archive_application.hpp"

#include <algorithm>
#include <utility>

#include "server/app/handlers.hpp"
#include "server/app/header_fields.hpp"
#include "server/links/link.hpp"

namespace pressoir::app {
namespace {

constexpr std::string_view kAllowedMethods = "GET, HEAD, OPTIONS";

bool is_api_path(std::string_view path) {
  return path.starts_with("/api/");
}

// A browser's address bar sends an Accept that names text/html; scripts and programs do not.
bool answers_with_page(const Request& request) {
  return request.accept.find("text/html") != std::string::npos && !is_api_path(request.path);
}

// CORS: scripts of any site may read what is meant for programs, but not pages.
bool is_open_to_scripts(const Request& request) {
  return is_api_path(request.path) ||
         (request.route != nullptr && request.route->audience == api::Audience::kPrograms);
}

// Handlers that set a field of their own (style sheets, Vary of documents) win.
void add_if_absent(Response& response, std::string_view name, std::string_view value) {
  const auto& headers = response.headers;
  const bool is_there = std::any_of(headers.begin(), headers.end(),
                                    [&](const Header& header) { return header.name == name; });
  if (!is_there) response.headers.push_back({std::string(name), std::string(value)});
}

// Adds what every response has. `no-cache` lets caches store an answer, but they must revalidate it
// before each use: the index changes at any time.
// The base path is inserted here rather than by templates, because operators may replace those.
Response finished(const Request& request, Response response) {
  if (request.route != nullptr) response.route = request.route->name;
  const std::string_view base_path = links::path_of(request.base_url);
  if (!base_path.empty() && response.content_type.starts_with("text/html")) {
    response.body = links::with_base_path(response.body, base_path);
  }
  add_if_absent(response, "Cache-Control", response.status < 400 ? "no-cache" : "no-store");
  // An archive contains text of others: a browser must not guess that JSON or CSV of it is HTML.
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  if (is_open_to_scripts(request)) {
    response.headers.push_back({"Access-Control-Allow-Origin", "*"});
    response.headers.push_back({"Access-Control-Expose-Headers", "*"});
  }
  return response;
}

// 304 with the header fields that RFC 9110, section 15.4.5, requires.
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

// `modified` only where the whole archive decides: a page may be the same after a commit.
void add_validators(Response& response, std::string tag, std::int64_t modified) {
  response.headers.push_back({"ETag", std::move(tag)});
  if (modified != 0) response.headers.push_back({"Last-Modified", to_http_date(modified)});
}

// `answered` with an entity tag of its bytes, or 304 when the client has the same.
Response validated(const Request& request, Response answered) {
  if (answered.status != 200) return answered;
  std::string tag = content_tag(answered.body);
  const bool is_same = is_unchanged(request, tag, answered.unchanged_since);
  add_validators(answered, std::move(tag), 0);
  return is_same ? not_modified(answered) : std::move(answered);
}

// For OPTIONS: of one address or, as `*`, of the whole server (RFC 9110, section 9.3.7).
Response allowed_methods() {
  return {200, "", {{"Allow", std::string(kAllowedMethods)}}, ""};
}

Response method_response(const Request& request) {
  Response response = allowed_methods();
  if (request.method != "OPTIONS") {
    response = problem_response({ProblemKind::kMethodNotAllowed,
                                 request.method + " is not among " + std::string(kAllowedMethods),
                                 {},
                                 ""},
                                request.path);
    response.headers.push_back({"Allow", std::string(kAllowedMethods)});
  }
  if (is_open_to_scripts(request)) {
    response.headers.push_back({"Access-Control-Allow-Methods", std::string(kAllowedMethods)});
    response.headers.push_back({"Access-Control-Allow-Headers", "*"});
    // A day: browsers then skip the preflight request, and none of them keeps it longer.
    response.headers.push_back({"Access-Control-Max-Age", "86400"});
  }
  return response;
}

// Each worker has its own searcher, that is its own handle on the index.
class ArchiveWorker final : public Worker {
 public:
  ArchiveWorker(search::Archive& archive, const pages::Pages& pages,
                std::chrono::milliseconds time_limit, search::QueryCache& cache)
      : searcher_(archive, time_limit, &cache), pages_(pages) {}

  Response answer(const Request& request) override {
    const Call call{request, pages_};
    if (request.route == nullptr) return finished(request, page_not_found());
    return finished(request, answer_at(*request.route, call));
  }

 private:
  // On a worker, unlike the JSON of unknown addresses: the page's frame counts the documents.
  Response page_not_found() {
    return problem_page({ProblemKind::kNotFound, "", {}, ""}, pages_, searcher_.summary());
  }

  Response answer_at(const Route& route, const Call& call) {
    if (route.freshness == api::Freshness::kRevision) return answer_at_revision(route, call);
    Response response = run(route, call);
    // Health and readiness: an answer from a cache would be wrong.
    if (route.freshness == api::Freshness::kNone) return response;
    return validated(call.request, std::move(response));
  }

  // The tag is known before the search: a client that has the answer costs nothing. It is that of
  // the revision before the search, which may be answered from a newer one: then the next request
  // gets another tag, and no client keeps a stale answer.
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
    // Only now: If-Modified-Since must not answer for a request that is an error.
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

void ArchiveApplication::route(Request& request) const {
  find_route(request);
}

std::optional<Response> ArchiveApplication::answer_at_once(const Request& request) const {
  if (request.path == "*") return finished(request, allowed_methods());  // only OPTIONS has it
  if (request.route == nullptr) {
    if (answers_with_page(request)) return std::nullopt;  // its frame shows the archive's summary
    return finished(request, problem_response({ProblemKind::kNotFound, "", {}, ""}, request.path));
  }
  const Route& route = *request.route;
  if (request.method != "GET" && request.method != "HEAD") {
    return finished(request, method_response(request));
  }
  const auto* direct = std::get_if<DirectHandler>(&route.handler);
  if (direct == nullptr) return std::nullopt;
  Response response = (*direct)({request, pages_});
  if (route.freshness != api::Freshness::kNone) response = validated(request, std::move(response));
  return finished(request, std::move(response));
}

Response ArchiveApplication::answer_problem(const Request& request, const Problem& problem) const {
  return finished(request, answers_with_page(request) ? problem_page(problem, pages_, {})
                                                      : problem_response(problem, request.path));
}

// From the archive rather than from a worker: /metrics must answer when all workers are busy.
Statistics ArchiveApplication::statistics() const {
  const search::ArchiveSummary summary = archive_.summary();
  return {summary.revision, summary.documents, summary.updated, cache_.statistics()};
}

std::unique_ptr<Worker> ArchiveApplication::make_worker() const {
  return std::make_unique<ArchiveWorker>(archive_, pages_, time_limit_, cache_);
}

}  // namespace pressoir::app
