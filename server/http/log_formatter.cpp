#include "server/http/log_formatter.hpp"

#include <fmt/format.h>
#include <spdlog/details/log_msg.h>
#include <spdlog/pattern_formatter.h>

#include <iterator>

#include "indexer/base/utf8.hpp"
#include "server/api/json_writer.hpp"

namespace pressoir::http {
namespace {

constexpr const char* kTextPattern = "%Y-%m-%dT%H:%M:%S.%e%z %l %v";
constexpr const char* kJsonPattern = R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

bool is_control(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7f) return true;
  // U+0080 to U+009F: terminals take some for the beginning of a command.
  if (byte == 0xc2) return static_cast<unsigned char>(text[at + 1]) < 0xa0;
  return byte >= 0x80 && byte < 0xa0 && static_cast<unsigned char>(text[at - 1]) == 0xc2;
}

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
  std::string payload_of(const spdlog::details::log_msg& message) const {
    const std::string_view text(message.payload.data(), message.payload.size());
    const std::string_view logger(message.logger_name.data(), message.logger_name.size());
    if (logger == kAccessLogger) return std::string(text);
    if (format_ == LogFormat::kText) return printable(text);
    api::JsonWriter json;
    json.key("message").text(printable(text));
    return std::move(json).take();
  }

  LogFormat format_;
  spdlog::pattern_formatter pattern_;
};

}  // namespace

std::string printable(std::string_view text) {
  const bool is_utf8 = base::is_valid_utf8(text);
  std::string line;
  line.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
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
