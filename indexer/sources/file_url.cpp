#include "indexer/sources/file_url.hpp"

#include <algorithm>
#include <system_error>

namespace pressoir::sources {
namespace {

// Letters, digits and the marks that RFC 3986 allows in a path, `/` included.
bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/!$&'()*+,;=:@").find(c) != std::string_view::npos;
}

std::string encode_path(std::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(path.size());
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (stands_for_itself(c)) {
      encoded += c;
    } else {
      encoded += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return encoded;
}

}  // namespace

std::string url_below(std::string_view base_url, std::string_view path_below) {
  std::string url(base_url);
  if (!base_url.ends_with("://")) {
    url.resize(base_url.find_last_not_of('/') + 1);
    url += '/';
  }
  const std::size_t query = std::min(path_below.find('?'), path_below.size());
  url += encode_path(path_below.substr(0, query));
  if (query < path_below.size()) url += "?" + encode_path(path_below.substr(query + 1));
  return url;
}

std::string file_url(const std::filesystem::path& path) {
  std::error_code code;
  const std::filesystem::path absolute = std::filesystem::absolute(path, code);
  return "file://" + encode_path((code ? path : absolute).lexically_normal().native());
}

}  // namespace pressoir::sources
