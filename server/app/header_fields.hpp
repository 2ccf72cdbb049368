// The header fields of requests that decide which answer is sent, or whether one is sent at all
// (RFC 9110): content negotiation and conditional requests. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "server/app/message.hpp"

namespace pressoir::app {

// ---- Content negotiation: the quality values of Accept and Accept-Encoding (section 12.4.2). They
// choose the form of a document (JSON or a citation) and the compression of every response.

// The quality of a media type in Accept, in thousandths, from the most specific range that matches
// it (`text/csv`, `text/*`, `*/*`): 0 when none does, 1000 when the field is empty. A malformed
// quality counts as 0; at most 32 ranges are read.
//
//   media_quality("text/*;q=0.5, */*;q=0.1", "text/csv");  // 500
unsigned media_quality(std::string_view accept, std::string_view media_type) noexcept;

// The quality of a content coding (`gzip`, `br`, `identity`) in Accept-Encoding. `identity` is
// acceptable unless it is excluded; any other coding must be listed, or match `*`.
unsigned coding_quality(std::string_view accept_encoding, std::string_view coding) noexcept;

// The index of the offer with the highest quality, the first of equals; 0 when none is acceptable:
// an answer of another type is more useful than an error.
std::size_t preferred_media(std::string_view accept,
                            std::span<const std::string_view> offers) noexcept;

// ---- Conditional requests: validators of responses (section 8.8), and how a client that has an
// answer already is told that it is still right (section 13).

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
