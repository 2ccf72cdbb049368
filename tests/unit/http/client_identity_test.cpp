#include "server/http/client_identity.hpp"

#include <gtest/gtest.h>

namespace pressoir::http {
namespace {

using boost::asio::ip::make_address;
using boost::beast::http::verb;

HeaderOnlyRequest request(std::initializer_list<std::pair<const char*, const char*>> fields) {
  HeaderOnlyRequest made(verb::get, "/", 11);
  made.set("Host", "interne:8080");
  for (const auto& [name, value] : fields) made.insert(name, value);
  return made;
}

const Networks kProxies = *Networks::parse({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});

TEST(Networks, HoldsWhatWasWritten) {
  const Networks networks = *Networks::parse({"192.0.2.128/25", "2001:db8::/32", "0.0.0.0/32"});

  for (const char* inside : {"192.0.2.128", "192.0.2.255", "::ffff:192.0.2.200", "2001:db8:1::1"}) {
    EXPECT_TRUE(networks.contains(make_address(inside))) << inside;
  }
  for (const char* outside : {"192.0.2.127", "192.0.3.128", "2001:db9::1", "::1"}) {
    EXPECT_FALSE(networks.contains(make_address(outside))) << outside;
  }
}

TEST(Networks, RefusesWhatIsNone) {
  for (const char* text :
       {"", "exemple.fr", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::1/129"}) {
    EXPECT_FALSE(Networks::parse({text})) << text;
  }
}

TEST(ClientIdentity, IsThePeerWhomNobodyVouchesFor) {
  const auto client = identify_client(
      make_address("192.0.2.7"),
      request({{"X-Forwarded-For", "198.51.100.1"}, {"X-Forwarded-Proto", "https"}}), kProxies);

  EXPECT_EQ(client.address.to_string(), "192.0.2.7");
  EXPECT_EQ(client.base_url, "http://interne:8080");
}

TEST(ClientIdentity, IsWhomATrustedProxyNames) {
  const auto client = identify_client(make_address("127.0.0.1"),
                                      request({{"X-Forwarded-For", "198.51.100.1"},
                                               {"X-Forwarded-Proto", "https"},
                                               {"X-Forwarded-Host", "archives.exemple.fr"}}),
                                      kProxies);

  EXPECT_EQ(client.address.to_string(), "198.51.100.1");
  EXPECT_EQ(client.base_url, "https://archives.exemple.fr");
}

TEST(ClientIdentity, IsTheLastOneThatIsNotTrusted) {
  const auto client =
      identify_client(make_address("127.0.0.1"),
                      request({{"X-Forwarded-For", "1.1.1.1, 198.51.100.1, 10.1.2.3"}}), kProxies);

  EXPECT_EQ(client.address.to_string(), "198.51.100.1");
}

TEST(ClientIdentity, ReadsTheStandardHeader) {
  const auto client = identify_client(
      make_address("fd00::1"),
      request({{"Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=archives.exemple.fr"},
               {"X-Forwarded-For", "1.1.1.1"}}),
      kProxies);

  EXPECT_EQ(client.address.to_string(), "2001:db8::7");
  EXPECT_EQ(client.base_url, "https://archives.exemple.fr");
}

TEST(ClientIdentity, BelievesNothingMalformed) {
  for (const char* word :
       {"", "unknown", "_secret", "[", "for=", "999.1.1.1", ",,,", "\"", ";;;"}) {
    const auto client =
        identify_client(make_address("127.0.0.1"),
                        request({{"Forwarded", word}, {"X-Forwarded-For", word}}), kProxies);
    EXPECT_EQ(client.address.to_string(), "127.0.0.1") << word;
  }
  const auto client = identify_client(
      make_address("127.0.0.1"),
      request({{"X-Forwarded-For", "1.1.1.1"}, {"X-Forwarded-Host", "a\"><b"}}), kProxies);
  EXPECT_EQ(client.base_url, "http://interne:8080");
}

TEST(NetworkKey, IsAnIpv4AddressHoweverItIsWritten) {
  EXPECT_EQ(network_key(make_address("192.0.2.1")), "192.0.2.1");
  EXPECT_EQ(network_key(make_address("::ffff:192.0.2.1")), "192.0.2.1");
}

TEST(NetworkKey, IsTheIpv6NetworkOfOneSubscriber) {
  EXPECT_EQ(network_key(make_address("2001:db8::1")), network_key(make_address("2001:db8::ff:2")));
  EXPECT_NE(network_key(make_address("2001:db8::1")), network_key(make_address("2001:db8:0:1::1")));
}

}  // namespace
}  // namespace pressoir::http
