// The server's metrics in Prometheus' text format: counters and histograms of requests, and gauges
// of the server, the archive, the cache and the process, read when /metrics is requested.
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "server/app/application.hpp"

namespace pressoir::http {

// The limit that a rejected connection or request has met.
enum class Rejection {
  kConnections,  // too many, in total or of one address
  kRequest,      // malformed, too large or too slow
  kRate,         // too many requests of one address
  kQueue,        // the workers' queue is full
  kExports,      // too many streamed bodies are being sent
};

// Gauges, read when the metrics are requested.
struct Readings {
  // Open connections of readers.
  std::size_t connections = 0;
  // Streamed bodies being sent.
  std::size_t exports = 0;
  // Requests waiting for a worker.
  std::size_t queued = 0;
  std::size_t workers = 0;
  std::size_t workers_busy = 0;
  app::Statistics application;
};

// One for each server. Every function may be called from any thread; counting a request costs about
// 0.2 µs.
class Metrics {
 public:
  using Duration = std::chrono::steady_clock::duration;

  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // Counts a response that was sent, `took` after its request was read. `route` is a name of the
  // table of routes or kRoute; any other counts as `none`, so that no client can create time
  // series.
  void count_request(std::string_view route, unsigned status, Duration took);

  void count_rejection(Rejection reason);

  // Counts the time a request waited in the workers' queue.
  void observe_wait(Duration waited);

  // All metrics in the text format. Unknown gauges are left out.
  std::string text(const Readings& readings) const;

  // The endpoint, which the session answers itself: it is not a route of the application.
  static constexpr std::string_view kPath = "/metrics";
  static constexpr std::string_view kRoute = "metrics";  // as count_request takes it
  static constexpr std::string_view kContentType = "text/plain; version=0.0.4; charset=utf-8";

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::http
