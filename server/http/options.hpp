// What an operator can set of the HTTP server.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace pressoir::http {

struct Limits {
  // Bytes of one request.
  std::size_t max_header_bytes = 144 * 1024;  // request line and fields; more: 431
  // The address; more: 414. Room for the longest query, of which percent-encoding makes three times
  // as many bytes, so that it is the query's own limit that is met and named.
  std::size_t max_target_bytes = 128 * 1024;
  std::size_t max_body_bytes = 4 * 1024;  // no request needs a body; more: 413, less: 400

  // Connections open at once; one too many: 503, and closed.
  std::size_t max_connections = 1000;
  std::size_t max_connections_per_address = 100;  // IPv6: per network of 64 bits
  bool limit_loopback = false;  // count 127.0.0.0/8 and ::1 too: off, a proxy lives there

  // Requests of one address: at a steady rate (0: no limit), after a burst; one too many: 429.
  std::size_t requests_per_second = 50;
  std::size_t request_burst = 500;
  std::size_t max_exports = 8;  // streams that are being sent; one too many: 503

  // Waiting for a worker; one too many: 503. Room for the requests of clients that have left too,
  // which are answered all the same.
  std::size_t max_queued_requests = 768;
};

struct Timeouts {
  std::chrono::milliseconds header{10'000};  // from the first byte of a request to its last
  std::chrono::milliseconds idle{60'000};    // between two requests of a connection
  std::chrono::milliseconds write{30'000};   // for a whole answer
  std::chrono::milliseconds grace{10'000};   // for running requests when the server stops
};

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
  bool log_query = false;       // with its query string: what a reader asks is private
  bool stop_on_signals = true;  // SIGTERM and SIGINT begin the drain
};

}  // namespace pressoir::http
