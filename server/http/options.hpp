// The options of the HTTP server. server/configuration_file.cpp reads them from a file; its table
// of keys gives each its name, range and unit. Plain data.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace pressoir::http {

// What one client, and all clients together, may use. A limit that is met is counted in the
// metrics.
struct Limits {
  // Bytes of one request.
  std::size_t max_header_bytes = 144 * 1024;  // request line and fields; more: 431
  // The request target; more: 414. The longest query (40,000 bytes) fits, percent-encoded to three
  // bytes each, so that its own limit is reported rather than this one.
  std::size_t max_target_bytes = 128 * 1024;
  std::size_t max_body_bytes = 4 * 1024;  // no request needs a body; more: 413, less: 400

  // Connections open at once; one too many: 503, and closed.
  std::size_t max_connections = 1000;
  std::size_t max_connections_per_address = 100;  // IPv6: per network of 64 bits
  bool limit_loopback = false;  // count 127.0.0.0/8 and ::1 too: off, a proxy lives there

  // Requests of one address: at a steady rate (0: no limit), after a burst; one too many: 429.
  std::size_t requests_per_second = 50;
  std::size_t request_burst = 500;
  std::size_t max_exports = 8;  // streamed bodies being sent; one too many: 503

  // Waiting for a worker; one too many: 503. The requests of clients that have disconnected count:
  // they are answered all the same.
  std::size_t max_queued_requests = 768;
};

// Deadlines of a connection; each ends it. They protect against clients that send or read a byte at
// a time to keep connections occupied.
struct Timeouts {
  std::chrono::milliseconds header{10'000};  // from the first byte of a request to its last
  std::chrono::milliseconds idle{60'000};    // between two requests of a connection
  std::chrono::milliseconds write{30'000};   // for a whole response; for each piece of a stream
  std::chrono::milliseconds grace{10'000};   // for running requests when the server stops
};

// See make_log_formatter.
enum class LogFormat { kText, kJson };

struct ServerOptions {
  std::string listen = "127.0.0.1:8080";  // as parse_listen_address takes it
  std::size_t workers = 0;                // threads that search; 0: one for each processor
  std::string base_path = "";             // `/archives`: what a proxy puts before every path
  std::vector<std::string> trusted_proxies = {};  // addresses and networks: `10.0.0.0/8`
  Limits limits;
  Timeouts timeouts;
  std::string metrics_listen = "";  // where /metrics is; empty: on `listen`, for this machine alone
  bool access_log = true;           // one line for each request, at level info
  LogFormat log_format = LogFormat::kText;
  bool log_query = false;       // with its query string: what a reader searches for is private
  bool stop_on_signals = true;  // SIGTERM and SIGINT begin the drain
};

}  // namespace pressoir::http
