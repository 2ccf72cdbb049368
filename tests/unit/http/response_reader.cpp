#include "tests/unit/http/response_reader.hpp"

#include <algorithm>
#include <charconv>

#include "tests/unit/http/raw_client.hpp"

namespace pressoir::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::optional<std::size_t> to_number(std::string_view digits, int base) {
  std::size_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return number;
}

std::optional<std::string_view> take_line(std::string_view& bytes) {
  const auto end = bytes.find(kLineEnd);
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = bytes.substr(0, end);
  bytes.remove_prefix(end + 2);
  return line;
}

bool is_field(std::string_view line) {
  const auto colon = line.find(": ");
  return colon != std::string_view::npos && colon > 0 &&
         std::all_of(line.begin(), line.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f'; });
}

bool is_head(std::string_view head) {
  const auto first = take_line(head);
  if (!first || first->size() < 13 || (*first)[8] != ' ' || (*first)[12] != ' ') return false;
  while (const auto line = take_line(head)) {
    if (line->empty()) return head.empty();
    if (!is_field(*line)) return false;
  }
  return false;
}

std::optional<std::string> take_chunks(std::string_view& bytes) {
  std::string body;
  for (;;) {
    const auto line = take_line(bytes);
    const auto size = line ? to_number(*line, 16) : std::nullopt;
    if (!size || bytes.size() < *size + 2) return std::nullopt;
    body += bytes.substr(0, *size);
    if (bytes.substr(*size, 2) != kLineEnd) return std::nullopt;
    bytes.remove_prefix(*size + 2);
    if (*size == 0) return body;
  }
}

std::optional<std::string> take_body(std::string_view head, std::string_view& bytes) {
  const std::string length = header_of(head, "Content-Length");
  const std::string coding = header_of(head, "Transfer-Encoding");
  if (length.empty() == coding.empty()) return std::nullopt;
  if (!coding.empty()) return coding == "chunked" ? take_chunks(bytes) : std::nullopt;
  const auto size = to_number(length, 10);
  if (!size || bytes.size() < *size) return std::nullopt;
  std::string body(bytes.substr(0, *size));
  bytes.remove_prefix(*size);
  return body;
}

}  // namespace

std::optional<std::vector<ReadResponse>> read_responses(std::string_view bytes) {
  std::vector<ReadResponse> responses;
  while (!bytes.empty()) {
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    ReadResponse response{status_of(bytes), std::string(bytes.substr(0, end + 4)), ""};
    bytes.remove_prefix(end + 4);
    if (response.status < 200 || response.status > 599 || !is_head(response.head)) {
      return std::nullopt;
    }
    auto body = take_body(response.head, bytes);
    if (!body) return std::nullopt;
    response.body = *std::move(body);
    responses.push_back(std::move(response));
  }
  return responses;
}

}  // namespace pressoir::http
