#include "indexer/base/url.hpp"

#include <boost/url.hpp>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>

#include "indexer/base/utf8.hpp"

namespace pressoir::base {
namespace {

// About what web servers take (Apache's limit of a request line is 8,190 bytes).
constexpr std::size_t kMaxUrlBytes = 8192;

Error bad_url(std::string_view url, std::string_view why) {
  return {Errc::kBadRecord, "\"" + std::string(url.substr(0, 200)) + "\" " + std::string(why)};
}

// The byte behind the host of `//host/path` or `scheme://host/path`; 0 without a host.
std::size_t authority_end(std::string_view url) {
  const std::size_t slash = url.find_first_of("/?#");
  if (slash == std::string_view::npos || !url.substr(slash).starts_with("//")) return 0;
  return std::min(url.find_first_of("/?#", slash + 2), url.size());
}

// RFC 3986 takes both cases; what is written here has capitals, as its section 2.1 asks.
int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that the escape at `at` encodes; nothing when there is no escape.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) noexcept {
  if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

void append_escape(std::string& text, char c) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  text += {'%', kHex[byte >> 4], kHex[byte & 15]};
}

// RFC 3986, section 2.3: the characters that an address never needs to escape.
bool is_unreserved(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// Percent-encodes the bytes that RFC 3986 does not allow where they stand, so that addresses
// written by hand (`Été 2012`, `?f[0]=`, `100%.html`) are read instead of refused.
std::string encode_unsafe(std::string_view url) {
  const std::size_t path = authority_end(url);
  std::string safe;
  safe.reserve(url.size());
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto byte = static_cast<unsigned char>(url[i]);
    const bool is_unsafe = byte <= 0x20 || byte >= 0x7f ||
                           std::string_view("\"<>\\^`{|}").find(url[i]) != std::string_view::npos;
    const bool is_bracket = i >= path && (url[i] == '[' || url[i] == ']');
    if (is_unsafe || is_bracket || (url[i] == '%' && !escaped_byte(url, i))) {
      append_escape(safe, url[i]);
    } else {
      safe += url[i];
    }
  }
  return safe;
}

// Boost.URL 1.81 reads the path of `http://host:word/` as `word/`.
bool has_broken_port(const boost::urls::url_view& url) {
  return url.has_authority() && !url.encoded_path().empty() && !url.is_path_absolute();
}

// A fragment is a place in a document, but for `#!`, by which scripts show another one.
std::string finish(boost::urls::url url) {
  if (!url.encoded_fragment().starts_with('!')) url.remove_fragment();
  url.normalize();
  if (url.has_port() && ((url.scheme() == "http" && url.port() == "80") ||
                         (url.scheme() == "https" && url.port() == "443") || url.port().empty())) {
    url.remove_port();
  }
  if (url.has_authority() && url.encoded_path().empty()) url.set_path_absolute(true);
  // Boost.URL keeps `..` above the root, where RFC 3986 (5.2.4) drops it.
  std::string path(url.encoded_path());
  if (path.starts_with("/../") || path == "/..") {
    while (path.starts_with("/../")) path.erase(0, 3);
    url.set_encoded_path(path == "/.." ? "/" : path);
  }
  return std::string(url.buffer());
}

boost::uuids::uuid uuid_of(std::string_view name) {
  return boost::uuids::name_generator_sha1(boost::uuids::ns::url())(name.data(), name.size());
}

}  // namespace

Result<std::string> canonical_url(std::string_view text) {
  if (text.size() > kMaxUrlBytes) return bad_url(text, "is longer than 8,192 bytes");
  const std::string safe = encode_unsafe(trim(text));
  const auto parsed = boost::urls::parse_uri(safe);
  if (!parsed || has_broken_port(*parsed)) {
    return bad_url(text, "is not an absolute address such as https://example.org/page");
  }
  return finish(boost::urls::url(*parsed));
}

Result<std::string> resolve_url(std::string_view base, std::string_view reference) {
  if (reference.size() > kMaxUrlBytes) return bad_url(reference, "is longer than 8,192 bytes");
  const std::string safe_base = encode_unsafe(trim(base));
  const std::string safe_reference = encode_unsafe(trim(reference));
  const auto parsed_base = boost::urls::parse_uri(safe_base);
  const auto parsed = boost::urls::parse_uri_reference(safe_reference);
  if (!parsed_base || !parsed || has_broken_port(*parsed)) {
    return bad_url(reference, "is not an address");
  }
  boost::urls::url resolved;
  if (!boost::urls::resolve(*parsed_base, *parsed, resolved)) {
    return bad_url(reference, "cannot be resolved");
  }
  return finish(std::move(resolved));
}

std::string document_id(std::string_view canonical_url) {
  static constexpr char kBase32[] = "abcdefghijklmnopqrstuvwxyz234567";
  const boost::uuids::uuid digest = uuid_of(canonical_url);
  std::string id;
  unsigned bits = 0;
  int count = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    bits = (bits << 8) | digest.data[i];
    for (count += 8; count >= 5; count -= 5) id += kBase32[(bits >> (count - 5)) & 31];
  }
  return id;
}

std::string uuid_urn(std::string_view name) {
  return "urn:uuid:" + boost::uuids::to_string(uuid_of(name));
}

std::string url_host(std::string_view canonical_url) {
  const auto parsed = boost::urls::parse_uri(canonical_url);
  return parsed ? std::string(parsed->host()) : std::string();
}

std::string percent_encode(std::string_view text, std::string_view kept) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      append_escape(encoded, c);
    }
  }
  return encoded;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    const auto byte = escaped_byte(text, i);
    if (!byte) return std::nullopt;
    decoded += *byte;
    i += 2;
  }
  return decoded;
}

std::string decode_unreserved(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = escaped_byte(text, i);
    const bool is_decoded = byte && is_unreserved(*byte);
    decoded += is_decoded ? *byte : text[i];
    if (is_decoded) i += 2;
  }
  return decoded;
}

}  // namespace pressoir::base
