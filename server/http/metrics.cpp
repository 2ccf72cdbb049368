#include "server/http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <ctime>
#include <map>
#include <mutex>
#include <sstream>
#include <unordered_map>
#include <vector>

#include "server/api/routes.hpp"
#include "server/http/metric_families.hpp"

namespace pressoir::http {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Histogram;

constexpr std::string_view kNoRoute = "none";

// In the order of Rejection.
constexpr std::array<const char*, 5> kReasons = {"connections", "request", "rate", "queue",
                                                 "exports"};

// Seconds: from an answer out of memory to the longest search that is allowed by default.
const Histogram::BucketBoundaries kBoundaries = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,    0.25,  0.5,    1,     2.5,  5,     10};

double seconds_of(Metrics::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

// Series are made when they are first counted: a route that nobody asks for has none.
struct RouteSeries {
  std::string label;
  Histogram* times = nullptr;
  std::map<unsigned, Counter*> requests;  // by status
};

}  // namespace

struct Metrics::State {
  State() {
    for (const std::string_view name : {kNoRoute, kRoute}) add_route(name);
    for (const api::Route& route : api::routes()) add_route(route.name);
    for (const char* reason : kReasons) {
      rejections_by_reason.push_back(&rejections.Add({{"reason", reason}}));
    }
  }

  void add_route(std::string_view name) { routes[name].label = name; }
  void count(std::string_view route, unsigned status, double seconds);

  prometheus::Registry registry;
  Family<Counter>& requests = prometheus::BuildCounter()
                                  .Name("pressoir_http_requests_total")
                                  .Help("Requests answered.")
                                  .Register(registry);
  Family<Histogram>& times = prometheus::BuildHistogram()
                                 .Name("pressoir_http_request_duration_seconds")
                                 .Help("From the whole header to the end of the answer.")
                                 .Register(registry);
  Family<Counter>& rejections = prometheus::BuildCounter()
                                    .Name("pressoir_http_rejections_total")
                                    .Help("Clients turned away, by the limit that they met.")
                                    .Register(registry);
  Histogram& waits = prometheus::BuildHistogram()
                         .Name("pressoir_queue_wait_seconds")
                         .Help("How long requests waited for a worker.")
                         .Register(registry)
                         .Add({}, kBoundaries);
  std::vector<Counter*> rejections_by_reason;  // in the order of Rejection
  std::mutex mutex;                            // guards routes
  std::unordered_map<std::string_view, RouteSeries> routes;
  std::time_t started = std::time(nullptr);
};

void Metrics::State::count(std::string_view route, unsigned status, double seconds) {
  const std::lock_guard lock(mutex);
  const auto known = routes.find(route);
  RouteSeries& series = known != routes.end() ? known->second : routes.at(kNoRoute);
  if (series.times == nullptr) series.times = &times.Add({{"route", series.label}}, kBoundaries);
  Counter*& counter = series.requests[status];
  if (counter == nullptr) {
    counter = &requests.Add({{"route", series.label}, {"status", std::to_string(status)}});
  }
  counter->Increment();
  series.times->Observe(seconds);
}

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view route, unsigned status, Duration took) {
  state_->count(route, status, seconds_of(took));
}

void Metrics::count_rejection(Rejection reason) {
  state_->rejections_by_reason[static_cast<std::size_t>(reason)]->Increment();
}

void Metrics::observe_wait(Duration waited) {
  state_->waits.Observe(seconds_of(waited));
}

std::string Metrics::text(const Readings& readings) const {
  auto families = state_->registry.Collect();
  for (auto& more : {families_of(readings), families_of_process(state_->started)}) {
    families.insert(families.end(), more.begin(), more.end());
  }
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace pressoir::http
