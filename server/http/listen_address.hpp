// Addresses to listen on. May be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir::http {

struct ListenAddress {
  std::string host;  // a numeric address, without brackets
  std::uint16_t port = 0;

  bool operator==(const ListenAddress&) const = default;
};

// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080` (which is 127.0.0.1). Port 0 lets the
// system choose one. kBadConfig says what is wrong.
base::Result<ListenAddress> parse_listen_address(std::string_view text);

// `http://127.0.0.1:8080/`.
std::string to_url(const ListenAddress& address);

}  // namespace pressoir::http
