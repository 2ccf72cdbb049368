#include "server/http/access_log.hpp"

#include <fmt/format.h>

#include <iterator>

namespace pressoir::http {
namespace {

constexpr std::size_t kMaxLoggedBytes = 512;

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
  const double milliseconds = static_cast<double>(entry.took.count()) / 1000.0;
  fmt::format_to(std::back_inserter(line), " {} {} B {:.1f} ms", entry.status, entry.body_bytes,
                 milliseconds);
  return line;
}

}  // namespace pressoir::http
