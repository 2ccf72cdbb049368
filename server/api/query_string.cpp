#include "server/api/query_string.hpp"

#include "indexer/base/utf8.hpp"

namespace pressoir::api {
namespace {

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that the escape at `at` stands for; nothing when it is none.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) noexcept {
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

bool is_unreserved(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const auto byte = escaped_byte(text, i);
      if (!byte) return std::nullopt;
      decoded += *byte;
      i += 2;
    }
  }
  return decoded;
}

std::string_view fault_of(const std::optional<std::string>& value) noexcept {
  if (!value) return "holds a % that two hexadecimal digits do not follow";
  if (!base::is_valid_utf8(*value)) return "is not UTF-8";
  return {};
}

QueryPair read_pair(std::string_view pair) {
  const auto equals = pair.find('=');
  const auto raw_name = pair.substr(0, equals);
  const auto raw_value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
  auto name = decode_query_text(raw_name);
  auto value = decode_query_text(raw_value);
  QueryPair read{"", "", fault_of(value)};
  if (read.fault.empty()) read.value = *std::move(value);
  read.name = fault_of(name).empty() ? *std::move(name) : std::string(raw_name);
  return read;
}

}  // namespace

std::optional<std::string> decode_query_text(std::string_view text) {
  return decode(text, true);
}

std::optional<std::string> decode_path_text(std::string_view text) {
  return decode(text, false);
}

std::string normal_path(std::string_view path) {
  std::string normal;
  normal.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = path[i] == '%' ? escaped_byte(path, i) : std::nullopt;
    const bool is_undone = byte && is_unreserved(*byte);
    normal += is_undone ? *byte : path[i];
    if (is_undone) i += 2;
  }
  return normal;
}

std::vector<QueryPair> split_query_string(std::string_view query) {
  std::vector<QueryPair> pairs;
  while (!query.empty()) {
    const auto end = query.find('&');
    const auto pair = query.substr(0, end);
    if (!pair.empty()) pairs.push_back(read_pair(pair));
    query = end == std::string_view::npos ? "" : query.substr(end + 1);
  }
  return pairs;
}

}  // namespace pressoir::api
