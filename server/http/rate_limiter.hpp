// How often one address may ask: a bucket of tokens for each, filled at a steady rate, of which a
// request takes one. Used by the io thread only.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "server/http/options.hpp"

namespace pressoir::http {

class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  explicit RateLimiter(const Limits& limits) : limits_(limits) {}

  // True when `address` (IPv6: its network of 64 bits) may ask now; it has then done so. The
  // loopback may always, unless limits say otherwise. Addresses are forgotten once their bucket is
  // full again; beyond 65,536 that are not, unknown ones may ask: memory is bounded first.
  bool allows(const boost::asio::ip::address& address, Clock::time_point now);

 private:
  struct Bucket {
    double tokens = 0;
    Clock::time_point filled;
  };
  double refilled(const Bucket& bucket, Clock::time_point now) const;
  void forget_full_buckets(Clock::time_point now);

  const Limits& limits_;
  std::unordered_map<std::string, Bucket> buckets_;
  Clock::time_point swept_{};
};

}  // namespace pressoir::http
