// Malformed requests by the thousand: every answer is well formed, or the connection ends. A run is
// repeated by its seed; PRESSOIR_FUZZ_SEED and PRESSOIR_FUZZ_REQUESTS change it.
#include <array>
#include <cstdlib>
#include <random>

#include "tests/unit/http/response_reader.hpp"
#include "tests/unit/http/server_fixture.hpp"

namespace pressoir::http {
namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

constexpr std::array<std::string_view, 40> kPieces = {"GET ",
                                                      "HEAD ",
                                                      "POST ",
                                                      "OPTIONS * ",
                                                      "/",
                                                      "/now",
                                                      "/a?q=%C3%A9",
                                                      "/%",
                                                      "http://h/x",
                                                      " HTTP/1.1",
                                                      " HTTP/1.0",
                                                      " HTTP/2.0",
                                                      " HTTP/9",
                                                      "\r\n",
                                                      "\r\n\r\n",
                                                      "\n",
                                                      "\r",
                                                      "Host: x\r\n",
                                                      "Host: \r\n",
                                                      "Content-Length: 3\r\n",
                                                      "Content-Length: 18446744073709551616\r\n",
                                                      "Content-Length: -1\r\n",
                                                      "Transfer-Encoding: chunked\r\n",
                                                      "Transfer-Encoding: gzip, chunked\r\n",
                                                      "Expect: 100-continue\r\n",
                                                      "Expect: all\r\n",
                                                      "Connection: close\r\n",
                                                      "Connection: keep-alive, upgrade\r\n",
                                                      "Upgrade: h2c\r\n",
                                                      "Accept-Encoding: gzip;q=,br;q=1.\r\n",
                                                      "If-None-Match: \"\r\n",
                                                      "Forwarded: for=\"[::\";;=,\r\n",
                                                      "X-Forwarded-For: ,,\r\n",
                                                      ": empty\r\n",
                                                      "X: a\r\n b\r\n",
                                                      "0\r\n\r\n",
                                                      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                                                      "\x16\x03\x01\x02",
                                                      "é",
                                                      "5;ext=\"\r\nabcde\r\n"};

class Inventor {
 public:
  explicit Inventor(std::uint64_t seed) : random_(seed) {}

  // A request that was right, damaged; or pieces of requests in any order.
  std::string request() {
    std::string bytes;
    if (below(2) == 0) {
      bytes = "GET /now?q=p%C3%B4les HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n";
      for (std::size_t i = 1 + below(4); i > 0; --i) damage(bytes);
    } else {
      for (std::size_t i = 1 + below(12); i > 0; --i) bytes += kPieces[below(kPieces.size())];
    }
    if (below(200) == 0) bytes.insert(bytes.size() / 2, std::string(160'000, 'x'));
    return bytes;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  void damage(std::string& bytes) {
    const std::size_t at = below(bytes.size() + 1);
    switch (below(4)) {
      case 0:
        bytes.insert(at, 1, static_cast<char>(below(256)));
        break;
      case 1:
        bytes.erase(at, 1 + below(8));
        break;
      case 2:
        bytes.insert(at, kPieces[below(kPieces.size())]);
        break;
      default:
        bytes.insert(at, bytes.substr(at / 2, 20));
    }
  }

  std::mt19937_64 random_;
};

// Answers to HEAD have no body to read: what they say of its length is not checked here.
bool is_in_order(const std::string& sent, const std::string& received) {
  return sent.find("HEAD") != std::string::npos || read_responses(received).has_value();
}

class ServerFuzzTest : public ServerTest {};

TEST_F(ServerFuzzTest, EveryAnswerToNonsenseIsWellFormed) {
  const std::uint64_t seed = setting("PRESSOIR_FUZZ_SEED", 20'121'205);
  const std::uint64_t requests = setting("PRESSOIR_FUZZ_REQUESTS", 5'000);
  options_.timeouts.header = std::chrono::milliseconds(500);
  const auto port = start();
  Inventor inventor(seed);

  for (std::uint64_t i = 0; i < requests; ++i) {
    const std::string sent = inventor.request();
    RawClient client(port);
    client.reset_at_end();
    client.send(sent);
    client.finish();
    const std::string received = client.receive_all(std::chrono::seconds(20));
    ASSERT_TRUE(is_in_order(sent, received))
        << "seed " << seed << ", request " << i << "\n--- sent\n"
        << sent.substr(0, 2'000) << "\n--- received\n"
        << received.substr(0, 2'000);
  }

  EXPECT_EQ(status_of(exchange(port, "GET /now HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")),
            200);
}

}  // namespace
}  // namespace pressoir::http
