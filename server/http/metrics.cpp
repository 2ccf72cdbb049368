#include "server/http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/metric_family.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <sstream>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/app/handlers.hpp"

namespace pressoir::http {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Histogram;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::string_view kNoRoute = "none";

// In the order of Rejection.
constexpr std::array<const char*, 5> kReasons = {"connections", "request", "rate", "queue",
                                                 "exports"};

// Seconds: from an answer out of the cache to the default time limit of a search.
const Histogram::BucketBoundaries kBoundaries = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                 0.1,    0.25,  0.5,    1,     2.5,  5,     10};

double seconds_of(Metrics::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

// Series are created when they are first counted, so that unused routes do not fill the output.
struct RouteSeries {
  std::string label;
  Histogram* times = nullptr;
  std::map<unsigned, Counter*> requests;  // by status
};

// Name and help text of a metric.
struct Heading {
  const char* name;
  const char* help;
};

// Gauges and counters that are read elsewhere: the library has no series for them, whose values it
// would have to be told at each change.
MetricFamily family(const Heading& heading, MetricType type, double value) {
  MetricFamily made{heading.name, heading.help, type, {}};
  prometheus::ClientMetric metric;
  (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
  made.metric.push_back(std::move(metric));
  return made;
}

template <typename Number>
MetricFamily gauge(const Heading& heading, Number value) {
  return family(heading, MetricType::Gauge, static_cast<double>(value));
}

template <typename Number>
MetricFamily counter(const Heading& heading, Number value) {
  return family(heading, MetricType::Counter, static_cast<double>(value));
}

// A series that is always 1, with a text as its label: Prometheus' convention (`…_info`).
MetricFamily info(const Heading& heading, const char* label, const std::string& text) {
  MetricFamily made = gauge(heading, 1);
  made.metric.front().label.push_back({label, text});
  return made;
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// proc(5): the second number of statm is the resident set, in pages.
double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double pages_in_all = 0;
  double pages_resident = 0;
  file >> pages_in_all >> pages_resident;
  return pages_resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

// One link for each descriptor; the iterator's own is among them, for a moment.
std::size_t open_files() {
  std::error_code error;
  const std::filesystem::directory_iterator files("/proc/self/fd", error);
  return error ? 0 : static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

// A server whose archive cannot be opened yet has no revision: then these are unknown, not 0.
void add_archive(std::vector<MetricFamily>& families, const app::Statistics& archive) {
  if (archive.revision.empty()) return;
  families.push_back(info({"pressoir_index_info", "The revision that is searched."}, "revision",
                          archive.revision));
  families.push_back(
      gauge({"pressoir_index_documents", "Documents of the archive."}, archive.documents));
  if (archive.updated == 0) return;
  families.push_back(
      gauge({"pressoir_index_updated_timestamp_seconds", "Last commit that changed a document."},
            archive.updated));
  families.push_back(gauge({"pressoir_index_age_seconds", "Time since that commit."},
                           std::time(nullptr) - archive.updated));
}

void add_cache(std::vector<MetricFamily>& families, const search::CacheStatistics& cache) {
  families.push_back(counter(
      {"pressoir_cache_hits_total", "Parts of searches that were remembered."}, cache.hits));
  families.push_back(
      counter({"pressoir_cache_misses_total", "Parts that had to be found."}, cache.misses));
  families.push_back(gauge({"pressoir_cache_entries", "Parts remembered."}, cache.entries));
  families.push_back(gauge({"pressoir_cache_bytes", "Memory that they take."}, cache.bytes));
}

// The server and the archive.
std::vector<MetricFamily> families_of(const Readings& readings) {
  std::vector<MetricFamily> families = {
      info({"pressoir_build_info", "The program."}, "version", PRESSOIR_VERSION),
      gauge({"pressoir_http_connections", "Connections open."}, readings.connections),
      gauge({"pressoir_exports_running", "Streams that are being sent."}, readings.exports),
      gauge({"pressoir_queue_length", "Requests that wait for a worker."}, readings.queued),
      gauge({"pressoir_workers", "Threads that search."}, readings.workers),
      gauge({"pressoir_workers_busy", "Threads that are answering."}, readings.workers_busy),
  };
  add_cache(families, readings.application.cache);
  add_archive(families, readings.application);
  return families;
}

// Under the names that Prometheus' own client libraries give them.
std::vector<MetricFamily> families_of_process(std::time_t started) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return {
      counter({"process_cpu_seconds_total", "Processor time, user and system."},
              seconds_of(used.ru_utime) + seconds_of(used.ru_stime)),
      gauge({"process_resident_memory_bytes", "Memory in use."}, resident_bytes()),
      gauge({"process_open_fds", "File descriptors open."}, open_files()),
      gauge({"process_start_time_seconds", "Start, seconds since 1970."}, started),
  };
}

}  // namespace

struct Metrics::State {
  State() {
    for (const std::string_view name : {kNoRoute, kRoute}) add_route(name);
    for (const app::Route& route : app::routes()) add_route(route.name);
    for (const char* reason : kReasons) {
      rejections_by_reason.push_back(&rejections.Add({{"reason", reason}}));
    }
  }

  // All labels exist from the start, so that no request can add one.
  void add_route(std::string_view name) { routes[name].label = name; }
  // Looks up two maps under a mutex: 0.2 µs, on the io thread alone in practice.
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
  // Unknown paths share one label: scanners ask for thousands of them.
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
