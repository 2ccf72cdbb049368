#include "server/http/rate_limiter.hpp"

#include <gtest/gtest.h>

namespace pressoir::http {
namespace {

using boost::asio::ip::make_address;
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
