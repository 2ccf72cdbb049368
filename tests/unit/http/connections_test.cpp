#include "server/http/connections.hpp"

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

}  // namespace
}  // namespace pressoir::http
