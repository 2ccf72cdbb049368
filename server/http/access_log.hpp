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
  unsigned status = 0;
  std::size_t body_bytes = 0;  // as sent: 0 for HEAD
  std::chrono::microseconds took{0};
};

// `127.0.0.1 GET /api/v1/search 200 5120 B 1.9 ms`. Of the method and the path, only printable
// ASCII is written as it is; other bytes, spaces and `\` become `\xHH`. At most 512 bytes of each
// are kept.
std::string access_log_line(const AccessLogEntry& entry, bool with_query);

}  // namespace pressoir::http
