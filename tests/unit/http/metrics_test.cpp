#include "server/http/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace pressoir::http {
namespace {

using std::chrono_literals::operator""ms;
using testing::HasSubstr;
using testing::Not;

TEST(Metrics, CountsByRouteAndStatus) {
  Metrics metrics;
  metrics.count_request("search", 200, 3ms);
  metrics.count_request("search", 200, 30ms);
  metrics.count_request("search", 503, 5000ms);

  const std::string text = metrics.text({});

  EXPECT_THAT(text, HasSubstr("# TYPE pressoir_http_requests_total counter\n"));
  EXPECT_THAT(text,
              HasSubstr("\npressoir_http_requests_total{route=\"search\",status=\"200\"} 2\n"));
  EXPECT_THAT(text,
              HasSubstr("\npressoir_http_requests_total{route=\"search\",status=\"503\"} 1\n"));
}

TEST(Metrics, SortsTimesIntoBuckets) {
  Metrics metrics;
  metrics.count_request("search", 200, 3ms);
  metrics.count_request("search", 200, 30ms);

  const std::string text = metrics.text({});

  EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{route=\"search\",le=\"0.0025\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{route=\"search\",le=\"0.005\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{route=\"search\",le=\"+Inf\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("duration_seconds_sum{route=\"search\"} 0.033"));
}

TEST(Metrics, LetsNobodyMakeSeries) {
  Metrics metrics;
  for (const char* route : {"", "/etc/passwd", "a\"} 1\nforged 2"}) {
    metrics.count_request(route, 404, 1ms);
  }

  const std::string text = metrics.text({});

  EXPECT_THAT(text, HasSubstr("requests_total{route=\"none\",status=\"404\"} 3\n"));
  EXPECT_THAT(text, Not(HasSubstr("passwd")));
  EXPECT_THAT(text, Not(HasSubstr("forged")));
}

TEST(Metrics, TellsEveryReasonOfRejectionFromTheStart) {
  Metrics metrics;
  metrics.count_rejection(Rejection::kRate);

  const std::string text = metrics.text({});

  EXPECT_THAT(text, HasSubstr("pressoir_http_rejections_total{reason=\"rate\"} 1\n"));
  for (const char* reason : {"connections", "request", "queue", "exports"}) {
    EXPECT_THAT(text, HasSubstr(std::string("rejections_total{reason=\"") + reason + "\"} 0\n"));
  }
}

TEST(Metrics, TellsWhatIsReadAtTheMoment) {
  const Metrics metrics;
  Readings readings{5, 1, 2, 4, 3, {"17-abcdef12", 1000, 1'700'000'000, {30, 12, 7, 4096}}};

  const std::string text = metrics.text(readings);

  for (const char* line :
       {"pressoir_http_connections 5\n", "pressoir_exports_running 1\n",
        "pressoir_queue_length 2\n", "pressoir_workers 4\n", "pressoir_workers_busy 3\n",
        "pressoir_index_info{revision=\"17-abcdef12\"} 1\n", "pressoir_index_documents 1000\n",
        "pressoir_index_updated_timestamp_seconds 1700000000\n", "pressoir_cache_hits_total 30\n",
        "pressoir_cache_misses_total 12\n", "pressoir_cache_entries 7\n",
        "pressoir_cache_bytes 4096\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
  EXPECT_THAT(text, HasSubstr("\npressoir_index_age_seconds "));
  EXPECT_THAT(text, HasSubstr("\nprocess_resident_memory_bytes "));
}

TEST(Metrics, LeavesOutWhatIsUnknown) {
  const Metrics metrics;

  const std::string text = metrics.text({});

  EXPECT_THAT(text, Not(HasSubstr("pressoir_index_")));
}

TEST(Metrics, CountsForManyThreadsAtOnce) {
  Metrics metrics;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&metrics] {
      for (int j = 0; j < 1000; ++j) {
        metrics.count_request("search", 200, 1ms);
        metrics.observe_wait(1ms);
      }
    });
  }
  threads.clear();

  const std::string text = metrics.text({});

  EXPECT_THAT(text, HasSubstr("requests_total{route=\"search\",status=\"200\"} 4000\n"));
  EXPECT_THAT(text, HasSubstr("pressoir_queue_wait_seconds_count 4000\n"));
}

}  // namespace
}  // namespace pressoir::http
