// Answers to requests that cannot be answered: RFC 9457 `application/problem+json` for programs, a
// French page for browsers. Every function may be called from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/api/message.hpp"
#include "server/api/parameters.hpp"

namespace pressoir::api {

// One value for each `type` that a client may tell apart.
enum class ProblemKind {
  kBadRequest,           // 400: the request breaks HTTP's rules
  kBadParameter,         // 400
  kNotFound,             // 404
  kMethodNotAllowed,     // 405
  kContentTooLarge,      // 413
  kTargetTooLong,        // 414
  kExpectationFailed,    // 417
  kTooManyRequests,      // 429: retry later
  kHeaderTooLarge,       // 431
  kInternal,             // 500
  kBusy,                 // 503: retry later
  kTimeout,              // 503: the search took longer than it may
  kUnavailable,          // 503: the index is moving
  kShardUnavailable,     // 503: a shard does not answer
  kVersionNotSupported,  // 505
};

struct ProblemText {
  ProblemKind kind;
  unsigned status;
  std::string_view type;           // a relative reference: `/problems/not-found`
  std::string_view title;          // English
  std::string_view french_title;   // for pages
  std::string_view french_detail;  // for pages, when nothing more precise is known
};

// The row of a kind, and the kind of a failure: the only place where failures meet HTTP statuses.
const ProblemText& text_of(ProblemKind kind) noexcept;
ProblemKind problem_kind(base::Errc code) noexcept;

struct Problem {
  ProblemKind kind = ProblemKind::kInternal;
  std::string detail;                  // English; empty: the title says it all
  std::vector<ParameterError> errors;  // kBadParameter; kNotFound of a name in the path
  std::string french_detail;           // for pages; empty: that of the kind
};

// A failure of the archive. kBadQuery and kBadParameter become errors of `q`, failures that are not
// the client's are told without their details, which belong in the log.
Problem problem_of(const base::Error& error);

// The JSON answer. `path` becomes `instance`, up to 2,048 bytes of UTF-8. 503 carries Retry-After.
Response problem_response(const Problem& problem, std::string_view path);

}  // namespace pressoir::api
