// What an operator watches, as Prometheus reads it: counts and times of the requests, and what the
// server holds at the moment.
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "server/api/statistics.hpp"

namespace pressoir::http {

// Why a client was turned away before anybody looked at what he asks.
enum class Rejection {
  kConnections,  // too many, in total or of one address
  kRequest,      // malformed, too large or too slow
  kRate,         // too many requests of one address
  kQueue,        // no place left to wait for a worker
  kExports,      // too many streams are being sent
};

// Taken when the metrics are asked for.
struct Readings {
  std::size_t connections = 0;
  std::size_t exports = 0;  // streams that are being sent
  std::size_t queued = 0;   // waiting for a worker
  std::size_t workers = 0;
  std::size_t workers_busy = 0;
  api::Statistics application;
};

// Every function may be called from any thread. A request costs about 0.2 µs.
class Metrics {
 public:
  using Duration = std::chrono::steady_clock::duration;

  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // An answer that was sent, `took` after its request was read. `route` is a name of the table of
  // routes, which alone gives values to the label; any other counts as `none`: no client can make
  // new series.
  void count_request(std::string_view route, unsigned status, Duration took);

  void count_rejection(Rejection reason);

  // How long a request waited for a worker.
  void observe_wait(Duration waited);

  // Everything, in the text format.
  std::string text(const Readings& readings) const;

  static constexpr std::string_view kPath = "/metrics";
  static constexpr std::string_view kRoute = "metrics";  // as count_request takes it
  static constexpr std::string_view kContentType = "text/plain; version=0.0.4; charset=utf-8";

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::http
