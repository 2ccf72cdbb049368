// Listening endpoints: their addresses as the configuration has them, and the loop that accepts
// connections on one.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"
#include "server/http/session.hpp"

namespace pressoir::http {

// Where to listen. A name other than localhost is not taken: it may resolve to several addresses.
struct ListenAddress {
  // A numeric address, without brackets.
  std::string host;
  // 0: the system chooses one.
  std::uint16_t port = 0;

  bool operator==(const ListenAddress&) const = default;
};

// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080` (which is 127.0.0.1: a name that
// resolves to several addresses would need several sockets). Port 0 lets the system choose one.
// kBadConfig says what is wrong. Any thread.
base::Result<ListenAddress> parse_listen_address(std::string_view text);

// `http://127.0.0.1:8080/`, `http://[::1]:8080/`. Any thread.
std::string to_url(const ListenAddress& address);

// Accepts connections on one endpoint and starts a session for each. Used by the io thread only.
class Listener {
 public:
  // All arguments must outlive the listener; `endpoint` and `context` its sessions too.
  Listener(boost::asio::io_context& io, const Endpoint& endpoint, SessionContext& context);

  // Binds the port. `address` as parse_listen_address takes it. kBadConfig for a malformed address,
  // kAddressInUse for a port in use, kInternal for one that the process may not bind.
  base::Result<void> open(const std::string& address);

  // Once open, with the port that the system chose for port 0.
  const std::string& url() const noexcept { return url_; }
  std::uint16_t port() const noexcept { return port_; }

  // Accepts connections until begin_drain(). One beyond the limits is answered with 503 and closed;
  // beyond 64 of those at a time, closed without an answer.
  boost::asio::awaitable<void> accept_connections();

  // Accepts the connections that the kernel has completed, closes the port, and makes all sessions
  // end after their current request.
  void begin_drain();

 private:
  void admit(boost::asio::ip::tcp::socket socket);
  boost::asio::awaitable<void> turn_away(boost::asio::ip::tcp::socket socket);
  void accept_pending();

  boost::asio::io_context& io_;
  const Endpoint& endpoint_;
  SessionContext& context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::string url_;
  std::uint16_t port_ = 0;
  // Connections being answered with 503.
  std::size_t turning_away_ = 0;
};

}  // namespace pressoir::http
