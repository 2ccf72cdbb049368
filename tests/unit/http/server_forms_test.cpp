// Forms of requests that RFC 9112 allows, forbids or leaves to the server, by raw sockets.
#include "tests/unit/http/response_reader.hpp"
#include "tests/unit/http/server_fixture.hpp"

namespace pressoir::http {
namespace {

constexpr const char* kNext = "GET /now HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

class ServerFormsTest : public ServerTest {
 protected:
  // The statuses of all answers to `bytes`; empty when they are not well formed.
  static std::vector<int> statuses(std::uint16_t port, const std::string& bytes) {
    const auto responses = read_responses(exchange(port, bytes));
    std::vector<int> all;
    if (responses) {
      for (const ReadResponse& response : *responses) all.push_back(response.status);
    }
    return all;
  }
};

TEST_F(ServerFormsTest, WhatIsAllowedIsAnsweredAndTheConnectionGoesOn) {
  const auto port = start();
  for (const std::string request : {
           "GET /now HTTP/1.1\r\nHost: x\r\n\r\n",
           "\r\nGET /now HTTP/1.1\r\nHost: x\r\n\r\n",
           "\r\n\r\n\r\nGET /now HTTP/1.1\r\nHost: x\r\n\r\n\r\n",
           "GET http://autre/now HTTP/1.1\r\nHost: x\r\n\r\n",
           "GET HTTP://autre/now HTTP/1.1\r\nHost: x\r\n\r\n",
           "GET /now HTTP/1.1\r\nHost:\r\n\r\n",
           "GET /now HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
           "GET /now HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n",
           "GET /now HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
           "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
           "GET /now HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
       }) {
    EXPECT_EQ(statuses(port, request + kNext), (std::vector{200, 200})) << request;
  }
}

TEST_F(ServerFormsTest, WhatIsForbiddenIsRefusedAndEndsTheConnection) {
  const auto port = start();
  struct Case {
    const char* request;
    int status;
  };
  const Case cases[] = {
      {"GET /now HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n", 400},
      {"GET /now HTTP/1.1\r\nHost:\r\n\tx\r\n\r\n", 400},
      {"GET /now HTTP/1.1\r\n Host: x\r\n\r\n", 400},
      {"GET /now HTTP/1.1\r\nHost : x\r\n\r\n", 400},
      {"GET /now HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
      {"GET /now HTTP/1.1\r\nHost: moi@x\r\n\r\n", 400},
      {"GET /now HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400},
      {"GET /now HTTP/1.0\r\nHost: x\r\nHost: x\r\n\r\n", 400},
      {"GET /now HTTP/1.1\nHost: x\n\n", 400},
      {"GET /now HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n", 400},
      {"GET  /now HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET\t/now HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET ftp://x/now HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"POST /now HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n", 413},
      {"POST /now HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", 413},
      {"GET /now HTTP/1.2\r\nHost: x\r\n\r\n", 505},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(statuses(port, std::string(each.request) + kNext), std::vector{each.status})
        << each.request;
  }
}

TEST_F(ServerFormsTest, AHeaderMayComeByteByByte) {
  RawClient client(start());
  const std::string request = "\r\nGET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const char byte : request) {
    client.send({&byte, 1});
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  EXPECT_EQ(body_of(client.receive_response()), "/a?b=c");
}

TEST_F(ServerFormsTest, AFoldIsFoundWhereverItsBytesAreCut) {
  RawClient client(start());
  const std::string request = "GET /a HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n";
  for (const char byte : request) {
    client.send({&byte, 1});
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  EXPECT_EQ(status_of(client.receive_response()), 400);
}

TEST_F(ServerFormsTest, EmptyLinesAloneMeetTheDeadlineOfAHeader) {
  options_.timeouts.header = std::chrono::milliseconds(300);
  RawClient client(start());
  const auto began = std::chrono::steady_clock::now();

  while (client.send("\r\n") &&
         std::chrono::steady_clock::now() - began < std::chrono::seconds(5)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }

  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(3));
}

TEST_F(ServerFormsTest, TheAnswerToALongAddressIsShort) {
  const auto answer =
      exchange(start(), "GET /" + std::string(140'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_EQ(status_of(answer), 414);
  EXPECT_LT(answer.size(), 1'000U);
}

}  // namespace
}  // namespace pressoir::http
