// One line for each request, which no request can forge. May be called from any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "server/api/message.hpp"

namespace pressoir::http {

struct AccessLogEntry {
  std::string_view client;  // numeric address
  const api::Request& request;
  std::string_view route;  // as api::Response has it
  unsigned status = 0;
  std::size_t body_bytes = 0;  // as sent: 0 for HEAD
  std::chrono::microseconds took{0};
};

// `127.0.0.1 GET /api/v1/search 200 5120 B 1.9 ms`. Of the method and the path, only printable
// ASCII is written as it is; other bytes, spaces and `\` become `\xHH`. At most 512 bytes of each
// are kept.
std::string access_log_line(const AccessLogEntry& entry, bool with_query);

// The same as members of a JSON object, without its braces; texts are escaped as above before JSON
// escapes them: `"client":"127.0.0.1","method":"GET","path":"/api/v1/search","query":"q=a",
// "route":"search","status":200,"bytes":5120,"ms":1.91`. Without `query` when it is not to be told.
std::string access_log_members(const AccessLogEntry& entry, bool with_query);

}  // namespace pressoir::http
