#include "server/app/problem.hpp"

#include <array>

#include "indexer/base/json_writer.hpp"
#include "indexer/base/utf8.hpp"

namespace pressoir::app {
namespace {

using Kind = ProblemKind;

// In the order of ProblemKind, which indexes it. `type` is part of the API: programs compare it.
constexpr std::array<ProblemText, 15> kTexts = {{
    {Kind::kBadRequest, 400, "/problems/bad-request", "The request is malformed"},
    {Kind::kBadParameter, 400, "/problems/bad-parameter", "A parameter is wrong"},
    {Kind::kNotFound, 404, "/problems/not-found", "There is nothing here"},
    {Kind::kMethodNotAllowed, 405, "/problems/method-not-allowed",
     "This method is not allowed here"},
    {Kind::kContentTooLarge, 413, "/problems/content-too-large",
     "The request has too large a body"},
    {Kind::kTargetTooLong, 414, "/problems/target-too-long", "The address is too long"},
    {Kind::kExpectationFailed, 417, "/problems/expectation-failed",
     "The server cannot do what Expect asks"},
    {Kind::kTooManyRequests, 429, "/problems/too-many-requests", "This address asks too often"},
    {Kind::kHeaderTooLarge, 431, "/problems/header-too-large", "The header fields are too large"},
    {Kind::kInternal, 500, "/problems/internal", "The server failed"},
    {Kind::kBusy, 503, "/problems/busy", "The server is busy"},
    {Kind::kTimeout, 503, "/problems/timeout", "The search took too long"},
    {Kind::kUnavailable, 503, "/problems/unavailable", "The index is not available at the moment"},
    {Kind::kShardUnavailable, 503, "/problems/shard-unavailable",
     "A shard of the archive does not answer"},
    {Kind::kVersionNotSupported, 505, "/problems/version-not-supported",
     "Only HTTP/1.0 and HTTP/1.1 are spoken here"},
}};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    if (kTexts[i].kind != static_cast<Kind>(i)) return false;
  }
  return static_cast<std::size_t>(Kind::kVersionNotSupported) + 1 == kTexts.size();
}
static_assert(is_in_order());

struct ErrcRow {
  base::Errc code;
  ProblemKind kind;
};

// Any other failure is the server's own: kInternal.
constexpr std::array<ErrcRow, 8> kErrcRows = {{
    {base::Errc::kNotFound, Kind::kNotFound},
    {base::Errc::kBadParameter, Kind::kBadParameter},
    {base::Errc::kBadQuery, Kind::kBadParameter},
    {base::Errc::kBusy, Kind::kBusy},
    {base::Errc::kTimeout, Kind::kTimeout},
    {base::Errc::kIndexChanged, Kind::kUnavailable},
    {base::Errc::kIndexLocked, Kind::kUnavailable},
    {base::Errc::kUnavailable, Kind::kShardUnavailable},
}};

constexpr std::string_view kRetryAfterSeconds = "1";
// A longer path is not repeated: the answer to an overlong address would be as long.
constexpr std::size_t kMaxInstanceBytes = 2048;

// An extension member of RFC 9457 (section 3.2): one object for each wrong parameter.
void write_errors(base::JsonWriter& json, const std::vector<ParameterError>& errors) {
  json.key("errors").begin_array();
  for (const ParameterError& error : errors) {
    json.begin_object();
    json.key("parameter").text(error.parameter);
    json.key("reason").text(error.reason);
    if (!error.nearest.empty()) json.key("nearest").text(error.nearest);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

// The table's order is checked at compile time.
const ProblemText& text_of(ProblemKind kind) noexcept {
  return kTexts[static_cast<std::size_t>(kind)];
}

ProblemKind problem_kind(base::Errc code) noexcept {
  for (const ErrcRow& row : kErrcRows) {
    if (row.code == code) return row.kind;
  }
  return ProblemKind::kInternal;
}

// The searcher reports faults of the query language as kBadQuery; they come from `q`.
Problem problem_of(const base::Error& error) {
  const ProblemKind kind = problem_kind(error.code);
  const unsigned status = text_of(kind).status;
  if (kind == ProblemKind::kBadParameter)
    return {kind, error.message, {{"q", error.message, ""}}, ""};
  if (status < 500) return {kind, error.message, {}, ""};
  return {kind, "", {}, ""};
}

// `instance` must be a valid JSON string: a path of other bytes is left out.
Response problem_response(const Problem& problem, std::string_view path) {
  const ProblemText& text = text_of(problem.kind);
  base::JsonWriter json;
  json.begin_object();
  json.key("type").text(text.type);
  json.key("title").text(text.title);
  json.key("status").integer(text.status);
  if (!problem.detail.empty()) json.key("detail").text(problem.detail);
  if (!path.empty() && path.size() <= kMaxInstanceBytes && base::is_valid_utf8(path))
    json.key("instance").text(path);
  if (!problem.errors.empty()) write_errors(json, problem.errors);
  json.end_object();
  Response response{text.status, "application/problem+json", {}, std::move(json).take()};
  // A second: queues are short, and a rate limiter refills all the time.
  if (text.status == 503 || text.status == 429)
    response.headers.push_back({"Retry-After", std::string(kRetryAfterSeconds)});
  return response;
}

}  // namespace pressoir::app
