#include "server/http/log_lines.hpp"

#include <fmt/format.h>
#include <spdlog/details/log_msg.h>
#include <spdlog/pattern_formatter.h>

#include <iterator>

#include "indexer/base/json_writer.hpp"
#include "indexer/base/utf8.hpp"

namespace pressoir::http {
namespace {

// ISO 8601; local time for people, UTC for programs.
constexpr const char* kTextPattern = "%Y-%m-%dT%H:%M:%S.%e%z %l %v";
constexpr const char* kJsonPattern = R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

// An address may be 128 KB long; a line of the log must not.
constexpr std::size_t kMaxLoggedBytes = 512;

double milliseconds_of(std::chrono::microseconds time) {
  return static_cast<double>(time.count()) / 1000.0;
}

// Stricter than printable(): a path is a token of the line, so that spaces are escaped too.
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

bool is_control(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7f) return true;
  // U+0080 to U+009F (C1): terminals read some of them as the start of an escape sequence.
  if (byte == 0xc2) return static_cast<unsigned char>(text[at + 1]) < 0xa0;
  return byte >= 0x80 && byte < 0xa0 && static_cast<unsigned char>(text[at - 1]) == 0xc2;
}

// Replaces the payload by its escaped or JSON form, and leaves time and level to spdlog's pattern.
class Formatter final : public spdlog::formatter {
 public:
  explicit Formatter(LogFormat format)
      : format_(format),
        pattern_(format == LogFormat::kJson ? kJsonPattern : kTextPattern,
                 format == LogFormat::kJson ? spdlog::pattern_time_type::utc
                                            : spdlog::pattern_time_type::local) {}

  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& line) override {
    const std::string payload = payload_of(message);
    spdlog::details::log_msg copy = message;
    copy.payload = payload;
    pattern_.format(copy, line);
  }

  std::unique_ptr<spdlog::formatter> clone() const override { return make_log_formatter(format_); }

 private:
  // An access log line is complete and escaped; escaping it again would break its JSON.
  std::string payload_of(const spdlog::details::log_msg& message) const {
    const std::string_view text(message.payload.data(), message.payload.size());
    const std::string_view logger(message.logger_name.data(), message.logger_name.size());
    if (logger == kAccessLogger) return std::string(text);
    if (format_ == LogFormat::kText) return printable(text);
    base::JsonWriter json;
    json.key("message").text(printable(text));
    return std::move(json).take();
  }

  LogFormat format_;
  spdlog::pattern_formatter pattern_;
};

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

// Members without braces: spdlog's pattern adds time and level to the same object.
std::string access_log_members(const AccessLogEntry& entry, bool with_query) {
  base::JsonWriter json;
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

std::string printable(std::string_view text) {
  const bool is_utf8 = base::is_valid_utf8(text);
  std::string line;
  line.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Latin-1 in a request's path, for example: kept byte for byte.
    const bool is_foreign = !is_utf8 && static_cast<unsigned char>(text[i]) >= 0x80;
    if (is_foreign || is_control(text, i)) {
      fmt::format_to(std::back_inserter(line), "\\x{:02x}", static_cast<unsigned char>(text[i]));
    } else {
      line += text[i];
    }
  }
  return line;
}

std::unique_ptr<spdlog::formatter> make_log_formatter(LogFormat format) {
  return std::make_unique<Formatter>(format);
}

}  // namespace pressoir::http
