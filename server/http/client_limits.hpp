// Limits per client and in total: how many connections may be open, and how many requests a client
// may send. A client is an IPv4 address or an IPv6 network of 64 bits (network_key()). The loopback
// is exempt unless Limits::limit_loopback is set, because a reverse proxy on the same machine makes
// every client look like 127.0.0.1. Used by the io thread only.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <chrono>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "server/http/options.hpp"

namespace pressoir::http {

class Session;

// The open connections of one listener: their number, their clients, and the sessions to notify
// when the server stops.
class Connections {
 public:
  // `limits` must outlive this object.
  explicit Connections(const Limits& limits) : limits_(limits) {}

  // True when one more connection from `address` stays within the limits.
  bool has_room_for(const boost::asio::ip::address& address) const;

  // Called by a session's constructor and destructor; `address` is its peer in both.
  void add(Session& session, const boost::asio::ip::address& address);
  void remove(Session& session, const boost::asio::ip::address& address);

  // Open connections.
  std::size_t count() const noexcept { return sessions_.size(); }

  // Ends idle sessions at once and busy ones after the request that they are answering. Final.
  void drain();
  bool is_draining() const noexcept { return draining_; }

 private:
  const Limits& limits_;
  std::set<Session*> sessions_;
  std::map<std::string, std::size_t> per_network_;
  bool draining_ = false;
};

// A token bucket per client, some 120 bytes each: it starts with Limits::request_burst tokens and
// gains Limits::requests_per_second up to that number; a request takes one.
// https://en.wikipedia.org/wiki/Token_bucket
class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  // `limits` must outlive this object.
  explicit RateLimiter(const Limits& limits) : limits_(limits) {}

  // True when `address` may send a request now; one token of it is then spent. Full buckets are
  // dropped. With more than 65,536 buckets in use, unknown clients are let through: memory is
  // bounded first.
  bool allows(const boost::asio::ip::address& address, Clock::time_point now);

 private:
  // `tokens` as of `filled`; what has accrued since is added when the client sends a request.
  struct Bucket {
    double tokens = 0;
    Clock::time_point filled;
  };
  double refilled(const Bucket& bucket, Clock::time_point now) const;
  void drop_full_buckets(Clock::time_point now);

  const Limits& limits_;
  std::unordered_map<std::string, Bucket> buckets_;
  Clock::time_point swept_{};
};

}  // namespace pressoir::http
