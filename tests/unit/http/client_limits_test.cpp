#include "server/http/client_limits.hpp"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <deque>

#include "server/http/session.hpp"
#include "tests/unit/http/fake_application.hpp"

namespace pressoir::http {
namespace {

using boost::asio::ip::make_address;

class ConnectionsTest : public testing::Test {
 protected:
  // Sessions count themselves; only the address matters here.
  void open(Connections& connections, const char* address) {
    places_.emplace_back();
    connections.add(reinterpret_cast<Session&>(places_.back()), make_address(address));
  }

  struct alignas(std::max_align_t) Place {};
  std::deque<Place> places_;
};

TEST_F(ConnectionsTest, BoundsTheWhole) {
  const Limits limits{.max_connections = 2};
  Connections connections(limits);
  open(connections, "192.0.2.1");
  open(connections, "192.0.2.2");

  EXPECT_FALSE(connections.has_room_for(make_address("192.0.2.3")));
  EXPECT_FALSE(connections.has_room_for(make_address("127.0.0.1")));
}

TEST_F(ConnectionsTest, BoundsEachAddress) {
  const Limits limits{.max_connections_per_address = 1};
  Connections connections(limits);
  open(connections, "192.0.2.1");

  EXPECT_FALSE(connections.has_room_for(make_address("192.0.2.1")));
  EXPECT_FALSE(connections.has_room_for(make_address("::ffff:192.0.2.1")));
  EXPECT_TRUE(connections.has_room_for(make_address("192.0.2.2")));
}

TEST_F(ConnectionsTest, ANetworkOf64BitsIsOneClient) {
  const Limits limits{.max_connections_per_address = 1};
  Connections connections(limits);
  open(connections, "2001:db8::1");

  EXPECT_FALSE(connections.has_room_for(make_address("2001:db8::ffff:2")));
  EXPECT_TRUE(connections.has_room_for(make_address("2001:db8:0:1::1")));
}

TEST_F(ConnectionsTest, LoopbackIsFreeUnlessToldOtherwise) {
  Limits limits{.max_connections_per_address = 1};
  Connections connections(limits);
  open(connections, "127.0.0.1");
  EXPECT_TRUE(connections.has_room_for(make_address("127.0.0.1")));

  limits.limit_loopback = true;
  EXPECT_FALSE(connections.has_room_for(make_address("127.0.0.1")));
}

TEST_F(ConnectionsTest, RoomComesBack) {
  const Limits limits{.max_connections_per_address = 1};
  Connections connections(limits);
  open(connections, "192.0.2.1");

  connections.remove(reinterpret_cast<Session&>(places_.back()), make_address("192.0.2.1"));

  EXPECT_TRUE(connections.has_room_for(make_address("192.0.2.1")));
  EXPECT_EQ(connections.count(), 0U);
}

using std::chrono::milliseconds;

const RateLimiter::Clock::time_point kStart{std::chrono::hours(1)};

Limits limits(std::size_t per_second, std::size_t burst) {
  Limits made;
  made.requests_per_second = per_second;
  made.request_burst = burst;
  return made;
}

TEST(RateLimiter, AllowsABurstAndThenTheRate) {
  const Limits few = limits(2, 3);
  RateLimiter rates(few);
  const auto reader = make_address("192.0.2.1");

  for (int i = 0; i < 3; ++i) EXPECT_TRUE(rates.allows(reader, kStart)) << i;
  EXPECT_FALSE(rates.allows(reader, kStart));
  EXPECT_FALSE(rates.allows(reader, kStart + milliseconds(400)));
  EXPECT_TRUE(rates.allows(reader, kStart + milliseconds(900)));
  EXPECT_FALSE(rates.allows(reader, kStart + milliseconds(900)));
}

TEST(RateLimiter, CountsEachNetworkByItself) {
  const Limits one = limits(1, 1);
  RateLimiter rates(one);

  EXPECT_TRUE(rates.allows(make_address("2001:db8::1"), kStart));
  EXPECT_FALSE(rates.allows(make_address("2001:db8::2"), kStart));
  EXPECT_TRUE(rates.allows(make_address("2001:db8:0:1::1"), kStart));
  EXPECT_TRUE(rates.allows(make_address("192.0.2.1"), kStart));
  EXPECT_FALSE(rates.allows(make_address("::ffff:192.0.2.1"), kStart));
}

TEST(RateLimiter, LeavesTheLoopbackAlone) {
  Limits one = limits(1, 1);
  RateLimiter rates(one);
  const auto here = make_address("127.0.0.1");

  EXPECT_TRUE(rates.allows(here, kStart));
  EXPECT_TRUE(rates.allows(here, kStart));
  one.limit_loopback = true;
  EXPECT_TRUE(rates.allows(here, kStart));
  EXPECT_FALSE(rates.allows(here, kStart));
}

TEST(RateLimiter, NoRateIsNoLimit) {
  const Limits none = limits(0, 1);
  RateLimiter rates(none);

  for (int i = 0; i < 10; ++i) EXPECT_TRUE(rates.allows(make_address("192.0.2.1"), kStart));
}

TEST(RateLimiter, KeepsABoundedMemoryOfAddresses) {
  const Limits one = limits(1, 1);
  RateLimiter rates(one);
  for (std::uint32_t i = 0; i < 70'000; ++i) {
    EXPECT_TRUE(rates.allows(boost::asio::ip::address_v4(0x0b000000 + i), kStart));
  }
  EXPECT_TRUE(rates.allows(boost::asio::ip::address_v4(0x0b000000), kStart + milliseconds(1'000)));
}

}  // namespace
}  // namespace pressoir::http
