#include "server/http/rate_limiter.hpp"

#include <algorithm>

#include "server/http/network_key.hpp"

namespace pressoir::http {
namespace {

constexpr std::size_t kMaxBuckets = 65'536;
constexpr std::chrono::seconds kSweepPause{1};

}  // namespace

double RateLimiter::refilled(const Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> passed = now - bucket.filled;
  const double tokens =
      bucket.tokens + passed.count() * static_cast<double>(limits_.requests_per_second);
  return std::min(tokens, static_cast<double>(limits_.request_burst));
}

void RateLimiter::forget_full_buckets(Clock::time_point now) {
  if (now - swept_ < kSweepPause) return;
  swept_ = now;
  std::erase_if(buckets_, [&](const auto& entry) {
    return refilled(entry.second, now) >= static_cast<double>(limits_.request_burst);
  });
}

bool RateLimiter::allows(const boost::asio::ip::address& address, Clock::time_point now) {
  if (limits_.requests_per_second == 0) return true;
  if (!limits_.limit_loopback && without_mapping(address).is_loopback()) return true;
  const std::string key = network_key(address);
  auto found = buckets_.find(key);
  if (found == buckets_.end()) {
    if (buckets_.size() >= kMaxBuckets) forget_full_buckets(now);
    if (buckets_.size() >= kMaxBuckets) return true;
    found = buckets_.emplace(key, Bucket{static_cast<double>(limits_.request_burst), now}).first;
  }
  Bucket& bucket = found->second;
  bucket = {refilled(bucket, now), now};
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

}  // namespace pressoir::http
