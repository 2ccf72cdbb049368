// What is read at the moment of asking, as families of metrics. Pure functions, any thread.
#pragma once

#include <prometheus/metric_family.h>

#include <ctime>
#include <vector>

#include "server/http/metrics.hpp"

namespace pressoir::http {

// The server and the archive. What is unknown is left out.
std::vector<prometheus::MetricFamily> families_of(const Readings& readings);

// The process: memory, processor time, file descriptors, start, under the names that Prometheus'
// own libraries give them.
std::vector<prometheus::MetricFamily> families_of_process(std::time_t started);

}  // namespace pressoir::http
