#include "server/http/client_limits.hpp"

#include <algorithm>

#include "server/http/client_identity.hpp"
#include "server/http/session.hpp"

namespace pressoir::http {
namespace {

namespace ip = boost::asio::ip;

// Some 8 MB of buckets; more clients than a server of one io thread can have at a time.
constexpr std::size_t kMaxBuckets = 65'536;
// A sweep visits every bucket: under a flood of new addresses it must not run for each of them.
constexpr std::chrono::seconds kSweepPause{1};

bool is_exempt(const Limits& limits, const ip::address& address) {
  return !limits.limit_loopback && without_mapping(address).is_loopback();
}

}  // namespace

// The total applies to the loopback too: it protects the process.
bool Connections::has_room_for(const ip::address& address) const {
  if (sessions_.size() >= limits_.max_connections) return false;
  if (is_exempt(limits_, address)) return true;
  const auto network = per_network_.find(network_key(address));
  return network == per_network_.end() || network->second < limits_.max_connections_per_address;
}

void Connections::add(Session& session, const ip::address& address) {
  sessions_.insert(&session);
  ++per_network_[network_key(address)];
}

// The entry goes with its last connection, or addresses would accumulate.
void Connections::remove(Session& session, const ip::address& address) {
  sessions_.erase(&session);
  const auto network = per_network_.find(network_key(address));
  if (network != per_network_.end() && --network->second == 0) per_network_.erase(network);
}

void Connections::drain() {
  draining_ = true;
  for (Session* session : sessions_) session->stop_waiting();
}

double RateLimiter::refilled(const Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> passed = now - bucket.filled;
  const double tokens =
      bucket.tokens + passed.count() * static_cast<double>(limits_.requests_per_second);
  return std::min(tokens, static_cast<double>(limits_.request_burst));
}

void RateLimiter::drop_full_buckets(Clock::time_point now) {
  if (now - swept_ < kSweepPause) return;
  swept_ = now;
  std::erase_if(buckets_, [&](const auto& entry) {
    return refilled(entry.second, now) >= static_cast<double>(limits_.request_burst);
  });
}

bool RateLimiter::allows(const ip::address& address, Clock::time_point now) {
  if (limits_.requests_per_second == 0) return true;
  if (is_exempt(limits_, address)) return true;
  const std::string key = network_key(address);
  auto found = buckets_.find(key);
  if (found == buckets_.end()) {
    if (buckets_.size() >= kMaxBuckets) drop_full_buckets(now);
    if (buckets_.size() >= kMaxBuckets) return true;
    found = buckets_.emplace(key, Bucket{static_cast<double>(limits_.request_burst), now}).first;
  }
  Bucket& bucket = found->second;
  // Tokens are computed from the time that has passed: no timer is needed.
  bucket = {refilled(bucket, now), now};
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

}  // namespace pressoir::http
