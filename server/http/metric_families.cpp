#include "server/http/metric_families.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace pressoir::http {
namespace {

using prometheus::MetricFamily;
using prometheus::MetricType;

struct Heading {
  const char* name;
  const char* help;
};

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

// A series that is always 1 and tells a text in its label.
MetricFamily info(const Heading& heading, const char* label, const std::string& text) {
  MetricFamily made = gauge(heading, 1);
  made.metric.front().label.push_back({label, text});
  return made;
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double pages_in_all = 0;
  double pages_resident = 0;
  file >> pages_in_all >> pages_resident;
  return pages_resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

std::size_t open_files() {
  std::error_code error;
  const std::filesystem::directory_iterator files("/proc/self/fd", error);
  return error ? 0 : static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

void add_archive(std::vector<MetricFamily>& families, const api::Statistics& archive) {
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
  families.push_back(
      counter({"pressoir_cache_hits_total", "Parts of searches that were remembered."}, cache.hits));
  families.push_back(counter(
      {"pressoir_cache_misses_total", "Parts that had to be found."}, cache.misses));
  families.push_back(gauge({"pressoir_cache_entries", "Parts remembered."}, cache.entries));
  families.push_back(gauge({"pressoir_cache_bytes", "Memory that they take."}, cache.bytes));
}

}  // namespace

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

}  // namespace pressoir::http
