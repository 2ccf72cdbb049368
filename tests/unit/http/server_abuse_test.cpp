// Requests that proxies and servers could read in two ways, and clients that ask too often.
#include "tests/unit/http/response_reader.hpp"
#include "tests/unit/http/server_fixture.hpp"

namespace pressoir::http {
namespace {

class ServerAbuseTest : public ServerTest {};

TEST_F(ServerAbuseTest, FormsOfSmugglingAreRefusedAndEndTheConnection) {
  const auto port = start();
  const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const std::string fields :
       {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding:\tchunked\r\n", "Transfer-Encoding: identity\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: +5\r\n",
        "Content-Length: 5,5\r\n", "Content-Length: 0x5\r\n", "Content-Length: 5\r\n", "X: a\n",
        "Host: y\r\n", "\x01: a\r\n"}) {
    const auto bytes =
        exchange(port, "GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n0\r\n\r\n" + smuggled);

    const auto responses = read_responses(bytes);
    ASSERT_TRUE(responses) << fields << bytes;
    ASSERT_EQ(responses->size(), 1U) << fields << bytes;
    EXPECT_EQ(responses->front().status / 100, 4) << fields;
    EXPECT_EQ(header_of(bytes, "Connection"), "close") << fields;
  }
}

TEST_F(ServerAbuseTest, WhoAsksTooOftenIsToldWhenToComeBack) {
  options_.limits.limit_loopback = true;
  options_.limits.requests_per_second = 1;
  options_.limits.request_burst = 2;
  RawClient client(start());

  int refused = 0;
  for (int i = 0; i < 4; ++i) {
    client.send("GET /now HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto response = client.receive_response();
    if (status_of(response) != 429) continue;
    ++refused;
    EXPECT_EQ(header_of(response, "Retry-After"), "1");
    EXPECT_EQ(header_of(response, "Content-Type"), "application/problem+json");
  }

  EXPECT_GE(refused, 1);
}

TEST_F(ServerAbuseTest, ReadersBehindATrustedProxyAreCountedEach) {
  options_.trusted_proxies = {"127.0.0.1"};
  options_.limits.requests_per_second = 1;
  options_.limits.request_burst = 1;
  RawClient client(start());
  const auto ask = [&](const std::string& reader) {
    client.send("GET /now HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + reader + "\r\n\r\n");
    return status_of(client.receive_response());
  };

  EXPECT_EQ(ask("192.0.2.1"), 200);
  EXPECT_EQ(ask("192.0.2.2"), 200);
  EXPECT_EQ(ask("192.0.2.1"), 429);
}

TEST_F(ServerAbuseTest, ProxiesThatCannotBeReadStopTheServer) {
  options_.trusted_proxies = {"proxy.exemple.fr"};

  const auto opened = Server::open(application_, options_);

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, base::Errc::kBadConfig);
}

}  // namespace
}  // namespace pressoir::http
