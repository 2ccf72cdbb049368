#include "server/http/listener.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <utility>

#include "server/http/linger.hpp"
#include "server/http/listen_address.hpp"
#include "server/http/response_message.hpp"

namespace pressoir::http {
namespace {

namespace net = boost::asio;
using net::ip::tcp;

constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);
// When the process has no file descriptor left, accept fails at once and would turn in a circle.
constexpr std::chrono::milliseconds kPauseAfterFailure{100};
// For telling a client that there are too many. Of a crowd only some are told.
constexpr std::chrono::milliseconds kTurnAwayTime{500};
constexpr std::size_t kMaxTurningAway = 64;

base::Error listen_error(const std::string& address, const boost::system::error_code& cause) {
  if (cause == net::error::address_in_use) {
    return {base::Errc::kAddressInUse,
            fmt::format("{} is in use: stop the program that listens there, or choose another port "
                        "with --listen",
                        address)};
  }
  return {base::Errc::kInternal, fmt::format("cannot listen on {}: {}", address, cause.message())};
}

net::awaitable<void> serve(tcp::socket socket, const Door& door, SessionContext& context) {
  Session session(std::move(socket), door, context);
  co_await session.run();
}

}  // namespace

Listener::Listener(net::io_context& io, const Door& door, SessionContext& context)
    : io_(io), door_(door), context_(context), acceptor_(io) {}

base::Result<void> Listener::open(const std::string& address) {
  const auto parsed = parse_listen_address(address);
  if (!parsed) return parsed.error();
  const tcp::endpoint endpoint(net::ip::make_address(parsed->host), parsed->port);
  boost::system::error_code error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
  if (error) return listen_error(address, error);
  port_ = acceptor_.local_endpoint().port();
  url_ = to_url({parsed->host, port_});
  return {};
}

net::awaitable<void> Listener::accept_connections() {
  net::steady_timer pause(io_);
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(kNoThrow);
    if (!error) {
      admit(std::move(socket));
    } else if (error != net::error::operation_aborted) {
      spdlog::warn("a connection could not be accepted: {}", error.message());
      pause.expires_after(kPauseAfterFailure);
      co_await pause.async_wait(kNoThrow);
    }
  }
}

void Listener::admit(tcp::socket socket) {
  boost::system::error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return;
  if (door_.connections.has_room_for(peer.address())) {
    net::co_spawn(io_, serve(std::move(socket), door_, context_), net::detached);
    return;
  }
  context_.metrics.count_rejection(Rejection::kConnections);
  if (turning_away_ >= kMaxTurningAway) return;
  net::co_spawn(io_, turn_away(std::move(socket)), net::detached);
}

// Answers before anything was asked: what the client sends meanwhile is not looked at.
net::awaitable<void> Listener::turn_away(tcp::socket socket) {
  ++turning_away_;
  boost::beast::tcp_stream stream(std::move(socket));
  const api::Problem problem{api::ProblemKind::kBusy, "too many connections are open", {}, ""};
  const auto message = to_message(context_.application.answer_problem({}, problem), {});
  stream.expires_after(kTurnAwayTime);
  const auto [error, bytes] = co_await boost::beast::http::async_write(stream, message, kNoThrow);
  if (!error) co_await linger(stream, kTurnAwayTime);
  --turning_away_;
}

// Connections that the system has already made belong to clients who believe they are heard.
void Listener::accept_pending() {
  boost::system::error_code error;
  acceptor_.non_blocking(true, error);
  while (!error) {
    tcp::socket socket(io_);
    acceptor_.accept(socket, error);
    if (!error) admit(std::move(socket));
  }
}

void Listener::begin_drain() {
  if (!acceptor_.is_open()) return;
  accept_pending();
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  door_.connections.drain();
}

}  // namespace pressoir::http
