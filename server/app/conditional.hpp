// Validators of responses and conditional requests (RFC 9110, sections 8.8 and 13): how a client
// that has an answer already is told that it is still right. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/app/message.hpp"

namespace pressoir::app {

// The query string in one form: pairs decoded, sorted by name and encoded again. Requests that
// differ only in the order of different parameters, or in how bytes are escaped, have the same.
// Pairs of one name keep their order.
std::string canonical_query(std::string_view query);

// Entity tags of an answer: from the request and the revision of the archive, known before the work
// is done, or from the body. They are weak (`W/"…"`) because the same answer is sent in several
// content codings.
std::string revision_tag(const Request& request, std::string_view revision);
std::string content_tag(std::string_view body);

// Seconds since 1970 as `Wed, 05 Dec 2012 10:00:00 GMT` in any locale, and back; -1 for any other
// text, the two obsolete formats of section 5.6.7 included.
std::string to_http_date(std::int64_t seconds);
std::int64_t from_http_date(std::string_view text);

// True when the client's copy is current: its If-None-Match lists `tag` (`*` matches any) or,
// without that field, its If-Modified-Since is not before `modified` (seconds since 1970; 0:
// unknown).
bool is_unchanged(const Request& request, std::string_view tag, std::int64_t modified);

}  // namespace pressoir::app
