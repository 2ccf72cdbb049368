// The lines of the server's log, as text or as JSON. Text from outside cannot forge a line: control
// characters and bytes that are not UTF-8 are written as `\xHH`. Functions may be called from any
// thread.
#pragma once

#include <spdlog/formatter.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "server/app/message.hpp"
#include "server/http/options.hpp"

namespace pressoir::http {

// The name of the logger of requests; its payload is an access log line, which is escaped already.
inline constexpr const char* kAccessLogger = "access";

// One answered request. References last as long as the entry.
struct AccessLogEntry {
  std::string_view client;  // numeric address
  const app::Request& request;
  std::string_view route;  // app::Response::route
  unsigned status = 0;
  std::size_t body_bytes = 0;  // as sent: 0 for HEAD
  std::chrono::microseconds took{0};
};

// `127.0.0.1 GET /api/v1/search 200 5120 B 1.9 ms`. Of method, path and query string only printable
// ASCII is kept; other bytes, spaces and `\` become `\xHH`. At most 512 bytes of each.
std::string access_log_line(const AccessLogEntry& entry, bool with_query);

// The same as members of a JSON object, without its braces; texts are escaped as above before JSON
// escapes them: `"client":"127.0.0.1","method":"GET","path":"/api/v1/search","query":"q=a",
// "route":"search","status":200,"bytes":5120,"ms":1.91`. `query` only with `with_query`.
std::string access_log_members(const AccessLogEntry& entry, bool with_query);

// kText: `2026-11-28T10:00:00.123+01:00 info what happened`. kJson: one object a line,
// `{"time":"2026-11-28T09:00:00.123Z","level":"info","message":"what happened"}`, for requests with
// the members of access_log_members() instead of `message`. Each sink needs a formatter of its own.
std::unique_ptr<spdlog::formatter> make_log_formatter(LogFormat format);

// `text` on one line of UTF-8 without control characters, which a terminal could obey.
std::string printable(std::string_view text);

}  // namespace pressoir::http
