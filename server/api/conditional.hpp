// Validators and conditional requests (RFC 9110, sections 8.8 and 13). Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/api/message.hpp"

namespace pressoir::api {

// What an answer's validator is made of.
enum class Freshness {
  kNone,      // the answer has none: it tells the state of this moment
  kRevision,  // the revision of the archive and the request: known before the work is done
  kContent,   // the bytes of the answer: unchanged while they are, whatever the archive does
};

// The query string with its pairs decoded, in the order of their names, and encoded in one way:
// equal for requests that ask the same. Pairs of one name keep their order.
std::string canonical_query(std::string_view query);

// Weak entity tags, as the same answer may be sent in several codings: `W/"…"`.
std::string revision_tag(const Request& request, std::string_view revision);
std::string content_tag(std::string_view body);

// `Wed, 05 Dec 2012 10:00:00 GMT`, whatever the locale, and back; -1 for anything else.
std::string to_http_date(std::int64_t seconds);
std::int64_t from_http_date(std::string_view text);

// True when the client's If-None-Match names `tag` (`*` names every one) or, when it sent none, its
// If-Modified-Since is not before `modified` (seconds; 0: unknown).
bool is_unchanged(const Request& request, std::string_view tag, std::int64_t modified);

}  // namespace pressoir::api
