// One address that is listened on. Used by the io thread only.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/base/error.hpp"
#include "server/http/connections.hpp"
#include "server/http/session.hpp"

namespace pressoir::http {

class Listener {
 public:
  // All outlive the listener; the sessions that it begins need `door` and `context` too.
  Listener(boost::asio::io_context& io, const Door& door, SessionContext& context);

  // Takes the port. `address` as parse_listen_address takes it. kBadConfig for one that cannot be
  // read, kAddressInUse for a port that is taken, kInternal for one that is not allowed.
  base::Result<void> open(const std::string& address);

  const std::string& url() const noexcept { return url_; }  // once open
  std::uint16_t port() const noexcept { return port_; }

  // Serves every connection that comes, until begin_drain().
  boost::asio::awaitable<void> accept_connections();

  // Serves those that have come, takes no more, and tells all to end.
  void begin_drain();

 private:
  void admit(boost::asio::ip::tcp::socket socket);
  boost::asio::awaitable<void> turn_away(boost::asio::ip::tcp::socket socket);
  void accept_pending();

  boost::asio::io_context& io_;
  const Door& door_;
  SessionContext& context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::string url_;
  std::uint16_t port_ = 0;
  std::size_t turning_away_ = 0;  // connections that are being told that there are too many
};

}  // namespace pressoir::http
