#include "indexer/base/url.hpp"

#include <boost/url.hpp>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

namespace pressoir::base {
namespace {

constexpr std::size_t kMaxUrlBytes = 8192;

Error bad_url(std::string_view url, std::string_view why) {
  return {Errc::kBadRecord, "\"" + std::string(url.substr(0, 200)) + "\" " + std::string(why)};
}

// Percent-encodes the bytes that RFC 3986 allows nowhere, so that addresses written by hand
// (spaces, accents) are read instead of refused.
std::string encode_unsafe(std::string_view url) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string safe;
  safe.reserve(url.size());
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7f ||
        std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos) {
      safe += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string finish(boost::urls::url url) {
  url.remove_fragment();
  url.normalize();
  if (url.has_port() && ((url.scheme() == "http" && url.port() == "80") ||
                         (url.scheme() == "https" && url.port() == "443") || url.port().empty())) {
    url.remove_port();
  }
  if (url.has_authority() && url.encoded_path().empty()) url.set_path_absolute(true);
  return std::string(url.buffer());
}

}  // namespace

Result<std::string> canonical_url(std::string_view text) {
  if (text.size() > kMaxUrlBytes) return bad_url(text, "is longer than 8,192 bytes");
  const std::string safe = encode_unsafe(trim(text));
  const auto parsed = boost::urls::parse_uri(safe);
  if (!parsed) return bad_url(text, "is not an absolute address such as https://example.org/page");
  return finish(boost::urls::url(*parsed));
}

Result<std::string> resolve_url(std::string_view base, std::string_view reference) {
  if (reference.size() > kMaxUrlBytes) return bad_url(reference, "is longer than 8,192 bytes");
  const std::string safe_base = encode_unsafe(trim(base));
  const std::string safe_reference = encode_unsafe(trim(reference));
  const auto parsed_base = boost::urls::parse_uri(safe_base);
  const auto parsed = boost::urls::parse_uri_reference(safe_reference);
  if (!parsed_base || !parsed) return bad_url(reference, "is not an address");
  boost::urls::url resolved;
  if (!boost::urls::resolve(*parsed_base, *parsed, resolved)) {
    return bad_url(reference, "cannot be resolved");
  }
  return finish(std::move(resolved));
}

std::string document_id(std::string_view canonical_url) {
  static constexpr char kBase32[] = "abcdefghijklmnopqrstuvwxyz234567";
  const boost::uuids::uuid digest = boost::uuids::name_generator_sha1(boost::uuids::ns::url())(
      canonical_url.data(), canonical_url.size());
  std::string id;
  unsigned bits = 0;
  int count = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    bits = (bits << 8) | digest.data[i];
    for (count += 8; count >= 5; count -= 5) id += kBase32[(bits >> (count - 5)) & 31];
  }
  return id;
}

std::string url_host(std::string_view canonical_url) {
  const auto parsed = boost::urls::parse_uri(canonical_url);
  return parsed ? std::string(parsed->host()) : std::string();
}

}  // namespace pressoir::base
