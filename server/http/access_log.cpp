#include "server/http/access_log.hpp"

#include <fmt/format.h>

#include <iterator>

#include "server/api/json_writer.hpp"

namespace pressoir::http {
namespace {

constexpr std::size_t kMaxLoggedBytes = 512;

double milliseconds_of(std::chrono::microseconds time) {
  return static_cast<double>(time.count()) / 1000.0;
}

void append_escaped(std::string& line, std::string_view text) {
  for (const char c : text.substr(0, kMaxLoggedBytes)) {
    if (c > ' ' && c < 0x7f && c != '\\') {
      line += c;
    } else {
      fmt::format_to(std::back_inserter(line), "\\x{:02x}", static_cast<unsigned char>(c));
    }
  }
  if (text.size() > kMaxLoggedBytes) line += "...";
}

std::string escaped(std::string_view text) {
  std::string line;
  append_escaped(line, text);
  return line;
}

}  // namespace

std::string access_log_line(const AccessLogEntry& entry, bool with_query) {
  std::string line(entry.client);
  line += ' ';
  append_escaped(line, entry.request.method.empty() ? "-" : entry.request.method);
  line += ' ';
  append_escaped(line, entry.request.path.empty() ? "-" : entry.request.path);
  if (with_query && !entry.request.query.empty()) {
    line += '?';
    append_escaped(line, entry.request.query);
  }
  fmt::format_to(std::back_inserter(line), " {} {} B {:.1f} ms", entry.status, entry.body_bytes,
                 milliseconds_of(entry.took));
  return line;
}

std::string access_log_members(const AccessLogEntry& entry, bool with_query) {
  api::JsonWriter json;
  json.key("client").text(entry.client);
  json.key("method").text(escaped(entry.request.method));
  json.key("path").text(escaped(entry.request.path));
  if (with_query) json.key("query").text(escaped(entry.request.query));
  json.key("route").text_or_null(entry.route);
  json.key("status").integer(entry.status);
  json.key("bytes").integer(entry.body_bytes);
  json.key("ms").number(milliseconds_of(entry.took), 2);
  return std::move(json).take();
}

}  // namespace pressoir::http
