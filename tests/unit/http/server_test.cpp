// The server with a fake application: framing, deadlines, limits and the drain, by raw sockets.
#include "server/http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/http/server_fixture.hpp"

namespace pressoir::http {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;
using testing::HasSubstr;

TEST_F(ServerTest, AnswersAndKeepsTheConnection) {
  RawClient client(start());

  for (int i = 0; i < 3; ++i) {
    client.send("GET /a?b=" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto response = client.receive_response();
    EXPECT_EQ(status_of(response), 200);
    EXPECT_EQ(body_of(response), "/a?b=" + std::to_string(i));
  }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  RawClient client(start());
  std::string requests;
  for (int i = 0; i < 50; ++i) {
    const char* path = i % 10 == 0 ? "/slow" : (i % 3 == 0 ? "/now" : "/a");
    requests +=
        "GET " + std::string(path) + "?" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }
  client.send(requests);

  for (int i = 0; i < 50; ++i) {
    const auto body = body_of(client.receive_response());
    if (body != "now") {
      EXPECT_THAT(body, HasSubstr("?" + std::to_string(i)));
    }
  }
}

TEST_F(ServerTest, HeadHasTheHeadersOfGetWithoutItsBody) {
  RawClient client(start());
  client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\nGET /next HTTP/1.1\r\nHost: x\r\n\r\n");

  const auto head = client.receive_head();
  const auto next = client.receive_response();

  EXPECT_EQ(header_of(head, "Content-Length"), "5");
  EXPECT_EQ(body_of(next), "/next?");
}

TEST_F(ServerTest, EndsWhenTheClientWantsIt) {
  const auto port = start();

  const auto answer = exchange(port, "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto old = exchange(port, "GET /a HTTP/1.0\r\n\r\n");

  EXPECT_EQ(header_of(answer, "Connection"), "close");
  EXPECT_EQ(body_of(answer), "/a?");
  EXPECT_TRUE(old.starts_with("HTTP/1.0 200"));
  EXPECT_EQ(body_of(old), "/a?");
}

TEST_F(ServerTest, KeepsAnOldClientThatAsksForIt) {
  RawClient client(start());
  for (int i = 0; i < 2; ++i) {
    client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(header_of(client.receive_response(), "Connection"), "keep-alive");
  }
}

// Each is refused, and the connection ends: what follows must never be read as a second request.
TEST_F(ServerTest, RefusesSmugglingForms) {
  struct Case {
    const char* name;
    const char* fields;
    int status;
  };
  const Case cases[] = {
      {"length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", 400},
      {"chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", 400},
      {"chunks", "Transfer-Encoding: chunked\r\n", 400},
      {"hidden chunks", "Transfer-Encoding: xchunked\r\n", 400},
      {"chunks twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", 400},
      {"space before colon", "Transfer-Encoding : chunked\r\n", 400},
      {"two lengths", "Content-Length: 4\r\nContent-Length: 5\r\n", 400},
      {"signed length", "Content-Length: +4\r\n", 400},
      {"length in words", "Content-Length: four\r\n", 400},
      {"body on get", "Content-Length: 4\r\n", 400},
      {"large body", "Content-Length: 100000\r\n", 413},
      {"bare line feed", "X: a\nContent-Length: 4\r\n", 400},
      {"two hosts", "Host: y\r\n", 400},
  };
  const auto port = start();
  for (const Case& each : cases) {
    const auto answer =
        exchange(port, "GET /a HTTP/1.1\r\nHost: x\r\n" + std::string(each.fields) +
                           "\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(answer), each.status) << each.name;
    EXPECT_EQ(header_of(answer, "Connection"), "close") << each.name;
    EXPECT_EQ(answer.find("smuggled"), std::string::npos) << each.name;
  }
}

TEST_F(ServerTest, RefusesTransferEncodingOfOldClients) {
  EXPECT_EQ(status_of(exchange(start(), "GET /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n")),
            400);
}

TEST_F(ServerTest, AnswersPostWithoutReadingItsBody) {
  const auto answer =
      exchange(start(), "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd");

  EXPECT_EQ(header_of(answer, "X-Method"), "POST");
  EXPECT_EQ(header_of(answer, "Connection"), "close");
}

TEST_F(ServerTest, NamesWhatIsTooLongOrUnknown) {
  const auto port = start();
  const std::string long_text(200'000, 'a');

  EXPECT_EQ(status_of(exchange(port, "GET /" + long_text + " HTTP/1.1\r\nHost: x\r\n\r\n")), 414);
  EXPECT_EQ(status_of(exchange(
                port, "GET /" + std::string(135'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n")),
            414);
  EXPECT_EQ(status_of(exchange(port, "GET / HTTP/1.1\r\nHost: x\r\nX: " + long_text + "\r\n\r\n")),
            431);
  EXPECT_EQ(status_of(exchange(port, "GET / HTTP/2.0\r\nHost: x\r\n\r\n")), 505);
  EXPECT_EQ(status_of(exchange(port, "\x16\x03\x01\x02\x00\x01\r\n\r\n")), 400);
  EXPECT_EQ(status_of(exchange(port, "GET / HTTP/1.1\r\n\r\n")), 400);
}

TEST_F(ServerTest, ProblemsAreJson) {
  const auto answer = exchange(start(), "GET / HTTP/1.1\r\n\r\n");

  EXPECT_EQ(header_of(answer, "Content-Type"), "application/problem+json");
  EXPECT_THAT(body_of(answer), HasSubstr("\"status\":400"));
}

TEST_F(ServerTest, SurvivesAWorkerThatThrows) {
  const auto port = start();

  EXPECT_EQ(
      status_of(exchange(port, "GET /throws HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
      500);
  EXPECT_EQ(status_of(exchange(port, "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
            200);
}

TEST_F(ServerTest, ATrickledHeaderMeetsItsDeadline) {
  options_.timeouts.header = 300ms;
  RawClient client(start());
  const auto began = std::chrono::steady_clock::now();

  while (client.send("G") && std::chrono::steady_clock::now() - began < 5s) {
    std::this_thread::sleep_for(20ms);
  }

  EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
}

TEST_F(ServerTest, ASilentConnectionIsClosed) {
  options_.timeouts.header = 200ms;
  RawClient client(start());

  EXPECT_TRUE(client.is_closed_within(3s));
}

TEST_F(ServerTest, AnIdleConnectionIsClosed) {
  options_.timeouts.idle = 200ms;
  RawClient client(start());
  client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  client.receive_response();

  EXPECT_TRUE(client.is_closed_within(3s));
}

TEST_F(ServerTest, AClientThatDoesNotReadIsLeft) {
  options_.timeouts.write = 300ms;
  RawClient client(start());
  for (int i = 0; i < 8; ++i) client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");

  std::this_thread::sleep_for(1s);

  EXPECT_LT(client.receive_all().size(), std::size_t{8} * (4 << 20));
}

TEST_F(ServerTest, SaysThatItIsBusyAndWhenToComeBack) {
  options_.workers = 1;
  options_.limits.max_queued_requests = 0;
  const auto port = start();
  // With no place to wait, nothing can be queued at all.
  const auto answer = exchange(port, "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto at_once = exchange(port, "GET /now HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  EXPECT_EQ(status_of(answer), 503);
  EXPECT_EQ(header_of(answer, "Retry-After"), "1");
  EXPECT_EQ(body_of(at_once), "now");
}

TEST_F(ServerTest, BoundsConnectionsOfOneAddress) {
  options_.limits.max_connections_per_address = 2;
  options_.limits.limit_loopback = true;
  const auto port = start();
  RawClient first(port);
  RawClient second(port);
  first.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(status_of(first.receive_response()), 200);
  second.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(status_of(second.receive_response()), 200);

  const auto third = exchange(port, "GET /a HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_EQ(status_of(third), 503);
  EXPECT_EQ(header_of(third, "Retry-After"), "1");
  EXPECT_EQ(header_of(third, "Connection"), "close");
  EXPECT_EQ(header_of(third, "Content-Type"), "application/problem+json");
}

TEST_F(ServerTest, DrainLetsRunningRequestsFinish) {
  RawClient client(start());
  client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(100ms);

  server_->stop();
  const auto answer = client.receive_response();

  EXPECT_EQ(status_of(answer), 200);
  EXPECT_EQ(header_of(answer, "Connection"), "close");
  thread_.join();
}

TEST_F(ServerTest, DrainEndsIdleConnectionsAtOnce) {
  RawClient silent(start());
  RawClient idle(server_->port());
  idle.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  idle.receive_response();
  const auto began = std::chrono::steady_clock::now();

  stop();

  EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
  EXPECT_TRUE(idle.is_closed_within(1s));
  EXPECT_TRUE(silent.is_closed_within(1s));
}

TEST_F(ServerTest, DrainGivesUpAfterTheGraceTime) {
  options_.timeouts.grace = 100ms;
  RawClient client(start());
  client.send("GET / HT");  // never finished
  std::this_thread::sleep_for(50ms);
  const auto began = std::chrono::steady_clock::now();

  stop();

  EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
}

TEST_F(ServerTest, NobodyAcceptsAfterTheDrain) {
  const auto port = start();
  stop();

  EXPECT_THROW(RawClient{port}, std::system_error);
}

TEST_F(ServerTest, SaysThatThePortIsTaken) {
  const auto port = start();
  ServerOptions second = options_;
  second.listen = "127.0.0.1:" + std::to_string(port);

  const auto opened = Server::open(application_, second);

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, base::Errc::kAddressInUse);
  EXPECT_THAT(opened.error().message, HasSubstr(second.listen + " is in use"));
}

TEST_F(ServerTest, ManyClientsAtOnceAllGetTheirAnswers) {
  const auto port = start();
  std::vector<std::thread> clients;
  std::atomic<int> answered = 0;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      RawClient client(port);
      for (int j = 0; j < 100; ++j) {
        const auto name = "/" + std::to_string(i) + "-" + std::to_string(j);
        client.send("GET " + name + " HTTP/1.1\r\nHost: x\r\n\r\n");
        if (body_of(client.receive_response()) == name + "?") ++answered;
      }
    });
  }
  for (std::thread& client : clients) client.join();

  EXPECT_EQ(answered, 800);
}

}  // namespace
}  // namespace pressoir::http
