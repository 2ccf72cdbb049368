// Error responses: `application/problem+json` (RFC 9457) for programs, a French page for browsers.
// Every status code that the server sends for a failure is in the table of problem.cpp. Any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/app/message.hpp"
#include "server/app/parameters.hpp"

namespace pressoir::app {

// The kinds that a client can distinguish: one value for each `type` of the JSON.
// The order is that of the table in problem.cpp.
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

// Status and texts of a kind.
struct ProblemText {
  ProblemKind kind;
  unsigned status;
  // `type` of RFC 9457, a relative reference that never changes: `/problems/not-found`.
  std::string_view type;
  // English, for programs; wording::problem_in_words() has the sentences of pages.
  std::string_view title;
};

// The row of a kind, and the kind of a failure in the archive: the only mappings to HTTP statuses.
const ProblemText& text_of(ProblemKind kind) noexcept;
ProblemKind problem_kind(base::Errc code) noexcept;

// One failed request.
struct Problem {
  ProblemKind kind = ProblemKind::kInternal;
  // English; empty: the title is enough.
  std::string detail;
  // The faults of kBadParameter; with kNotFound, of a name in the path.
  std::vector<ParameterError> errors;
  // For pages; empty: that of the kind.
  std::string french_detail;
  // For pages: the words of the search that failed, which its box keeps.
  std::string q = {};
};

// A failure of the archive. kBadQuery and kBadParameter become errors of `q`. Failures of the
// server lose their message, which belongs in the log and may name files.
Problem problem_of(const base::Error& error);

// The JSON response. `path` becomes `instance`, up to 2,048 bytes of UTF-8. 503 and 429 have
// Retry-After.
Response problem_response(const Problem& problem, std::string_view path);

}  // namespace pressoir::app
