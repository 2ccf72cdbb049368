// Addresses: those of documents in one canonical form, and percent-encoding. Every function may be
// called from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir::base {

// The form in which an address is stored and compared: scheme and host in lower case, default port,
// fragment (but one that begins with `!`) and dot segments removed, an empty path made `/`, unsafe bytes percent-encoded. The
// query is kept as it is. Takes absolute addresses (http, https, file…) of at most 8,192 bytes.
// kBadRecord names what is wrong.
Result<std::string> canonical_url(std::string_view url);

// `reference` seen from the page at `base` (RFC 3986, section 5), in canonical form.
Result<std::string> resolve_url(std::string_view base, std::string_view reference);

// The identity of the document at a canonical address: the first 80 bits of the address's
// version 5 UUID in the URL name space (RFC 4122), as 16 characters of base 32 (a-z, 2-7).
std::string document_id(std::string_view canonical_url);

// The version 5 UUID of a name in the URL name space,
// `urn:uuid:c34f079e-00d2-5df2-927f-11df4bd48c93` (RFC 4122): of an address, the whole of what
// document_id begins.
std::string uuid_urn(std::string_view name);

// The host of an address, without port; empty when it has none (`file:`).
std::string url_host(std::string_view canonical_url);

// Percent-encoding (RFC 3986, section 2) of any bytes. Encodes every byte but the unreserved ones
// (ASCII letters and digits, `-._~`) and those of `kept`: `pôles/a b` gives `p%C3%B4les/a%20b`.
std::string percent_encode(std::string_view text, std::string_view kept = "/");

// The bytes that `text` encodes; nothing when a `%` is not followed by two hexadecimal digits. A
// `+` stays a `+`.
std::optional<std::string> percent_decode(std::string_view text);

// Decodes the escapes of unreserved bytes only: `/%61ide%2F` gives `/aide%2F`. Both addresses are
// equivalent (section 6.2.2.2), so that routes compare the result.
std::string decode_unreserved(std::string_view text);

}  // namespace pressoir::base
