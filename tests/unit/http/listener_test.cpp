#include "server/http/listener.hpp"

#include <gtest/gtest.h>

namespace pressoir::http {
namespace {

TEST(ListenAddress, ReadsHostAndPort) {
  EXPECT_EQ(*parse_listen_address("127.0.0.1:8080"), (ListenAddress{"127.0.0.1", 8080}));
  EXPECT_EQ(*parse_listen_address("[::1]:8080"), (ListenAddress{"::1", 8080}));
  EXPECT_EQ(*parse_listen_address("0.0.0.0:0"), (ListenAddress{"0.0.0.0", 0}));
  EXPECT_EQ(*parse_listen_address("localhost:80"), (ListenAddress{"127.0.0.1", 80}));
}

TEST(ListenAddress, RefusesWhatIsNotOne) {
  for (const char* text :
       {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:65536",
        "127.0.0.1:-1", "::1:8080", "[127.0.0.1]:80", "[]:80", "exemple.fr:80", "[::1]"}) {
    const auto address = parse_listen_address(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(address.error().code, base::Errc::kBadConfig) << text;
    EXPECT_NE(address.error().message.find("\"" + std::string(text) + "\""), std::string::npos);
  }
}

TEST(ListenAddress, IsShownAsAUrl) {
  EXPECT_EQ(to_url({"127.0.0.1", 8080}), "http://127.0.0.1:8080/");
  EXPECT_EQ(to_url({"::1", 80}), "http://[::1]:80/");
}

}  // namespace
}  // namespace pressoir::http
