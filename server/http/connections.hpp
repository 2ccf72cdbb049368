// The connections that are open: how many, from where, and how to reach them when the server stops.
// Used by the io thread only.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "server/http/options.hpp"

namespace pressoir::http {

class Session;

class Connections {
 public:
  explicit Connections(const Limits& limits) : limits_(limits) {}

  // True when one more connection from `address` stays within the limits.
  bool has_room_for(const boost::asio::ip::address& address) const;

  // Called by sessions when they begin and end.
  void add(Session& session, const boost::asio::ip::address& address);
  void remove(Session& session, const boost::asio::ip::address& address);

  std::size_t count() const noexcept { return sessions_.size(); }

  // Tells every session to end after the request it is answering, and the idle ones at once.
  void drain();
  bool is_draining() const noexcept { return draining_; }

 private:
  const Limits& limits_;
  std::set<Session*> sessions_;
  std::map<std::string, std::size_t> per_network_;
  bool draining_ = false;
};

}  // namespace pressoir::http
