// /metrics of a running server: who may see it, and what it counts.
#include <gmock/gmock.h>

#include "tests/unit/http/server_fixture.hpp"

namespace pressoir::http {
namespace {

using testing::HasSubstr;
using testing::Not;

class ServerMetricsTest : public ServerTest {
 protected:
  static std::string request(std::string_view path, std::string_view fields = "") {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
           std::string(fields) + "\r\n";
  }
};

TEST_F(ServerMetricsTest, ThisMachineSeesWhatWasServed) {
  const auto port = start();
  exchange(port, request("/a"));
  exchange(port, "GET / HTTP/1.1\r\n\r\n");  // without Host

  const auto answer = exchange(port, request("/metrics"));

  EXPECT_EQ(status_of(answer), 200);
  EXPECT_EQ(header_of(answer, "Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
  EXPECT_THAT(answer, HasSubstr("requests_total{route=\"none\",status=\"200\"} 1\n"));
  EXPECT_THAT(answer, HasSubstr("requests_total{route=\"none\",status=\"400\"} 1\n"));
  EXPECT_THAT(answer, HasSubstr("rejections_total{reason=\"request\"} 1\n"));
  EXPECT_THAT(answer, HasSubstr("pressoir_queue_wait_seconds_count 1\n"));
  EXPECT_THAT(answer, HasSubstr("pressoir_workers 2\n"));
}

TEST_F(ServerMetricsTest, WhoComesThroughAProxyDoesNot) {
  const auto port = start();
  for (const char* field :
       {"X-Forwarded-For: 192.0.2.1\r\n", "Forwarded: for=192.0.2.1\r\n", "Via: 1.1 proxy\r\n"}) {
    const auto answer = exchange(port, request("/metrics", field));
    EXPECT_THAT(answer, Not(HasSubstr("pressoir_"))) << field;
    EXPECT_EQ(body_of(answer), "/metrics?") << field;  // the application's to answer
  }
}

TEST_F(ServerMetricsTest, WithAnAddressOfItsOwnItIsThereAlone) {
  options_.metrics_listen = "127.0.0.1:0";
  const auto port = start();

  EXPECT_EQ(body_of(exchange(port, request("/metrics"))), "/metrics?");
  const auto watched = exchange(server_->metrics_port(), request("/metrics"));
  EXPECT_EQ(status_of(watched), 200);
  EXPECT_THAT(watched, HasSubstr("pressoir_http_connections 0\n"));
  EXPECT_EQ(status_of(exchange(server_->metrics_port(), request("/a"))), 404);
  const auto posted = exchange(server_->metrics_port(),
                               "POST /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_of(posted), 405);
  EXPECT_EQ(header_of(posted, "Allow"), "GET, HEAD");
}

TEST_F(ServerMetricsTest, WhoWatchesGetsThroughWhenReadersAreTooMany) {
  options_.metrics_listen = "127.0.0.1:0";
  options_.limits.max_connections = 1;
  const auto port = start();
  RawClient reader(port);
  reader.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  reader.receive_response();

  const auto refused = exchange(port, "");
  const auto watched = exchange(server_->metrics_port(), request("/metrics"));

  EXPECT_EQ(status_of(refused), 503);
  EXPECT_THAT(watched, HasSubstr("pressoir_http_connections 1\n"));
  EXPECT_THAT(watched, HasSubstr("rejections_total{reason=\"connections\"} 1\n"));
}

TEST_F(ServerMetricsTest, AnAddressThatIsTakenStopsTheServer) {
  const auto port = start();
  ServerOptions second = options_;
  second.metrics_listen = "127.0.0.1:" + std::to_string(port);

  const auto opened = Server::open(application_, second);

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, base::Errc::kAddressInUse);
}

}  // namespace
}  // namespace pressoir::http
