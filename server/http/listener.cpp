#include "server/http/listener.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/write.hpp>
#include <charconv>
#include <chrono>
#include <utility>

#include "server/http/response_message.hpp"

namespace pressoir::http {
namespace {

namespace net = boost::asio;
using net::ip::tcp;

constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);
// With no file descriptor left, accept fails at once and the loop would spin.
constexpr std::chrono::milliseconds kPauseAfterFailure{100};
// For the 503 of a rejected connection. Under a flood only some are answered: each takes a
// descriptor.
constexpr std::chrono::milliseconds kTurnAwayTime{500};
constexpr std::size_t kMaxTurningAway = 64;

// The one failure that operators meet every day gets a way out.
base::Error listen_error(const std::string& address, const boost::system::error_code& cause) {
  if (cause == net::error::address_in_use) {
    return {base::Errc::kAddressInUse,
            fmt::format("{} is in use: stop the program that listens there, or choose another port "
                        "with --listen",
                        address)};
  }
  return {base::Errc::kInternal, fmt::format("cannot listen on {}: {}", address, cause.message())};
}

base::Error bad_address(std::string_view text, std::string_view why) {
  return {
      base::Errc::kBadConfig,
      fmt::format("cannot listen on \"{}\": {}; write 127.0.0.1:8080 or [::1]:8080", text, why)};
}

// The coroutine's frame owns the session.
net::awaitable<void> serve(tcp::socket socket, const Endpoint& endpoint, SessionContext& context) {
  Session session(std::move(socket), endpoint, context);
  co_await session.run();
}

}  // namespace

base::Result<ListenAddress> parse_listen_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return bad_address(text, "it has no port");
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);

  ListenAddress address;
  const auto [end, fault] = std::from_chars(digits.begin(), digits.end(), address.port);
  if (digits.empty() || fault != std::errc{} || end != digits.end()) {
    return bad_address(text, "the port is not a number from 0 to 65535");
  }
  const bool bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
  if (bracketed) host = host.substr(1, host.size() - 2);
  address.host = host == "localhost" ? "127.0.0.1" : std::string(host);

  boost::system::error_code error;
  const auto ip = boost::asio::ip::make_address(address.host, error);
  if (error) return bad_address(text, "the host is not a numeric address");
  if (ip.is_v6() != bracketed) return bad_address(text, "an IPv6 address stands in brackets");
  return address;
}

std::string to_url(const ListenAddress& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  return v6 ? fmt::format("http://[{}]:{}/", address.host, address.port)
            : fmt::format("http://{}:{}/", address.host, address.port);
}

Listener::Listener(net::io_context& io, const Endpoint& endpoint, SessionContext& context)
    : io_(io), endpoint_(endpoint), context_(context), acceptor_(io) {}

// Addresses are numeric: name resolution could block, and give several.
base::Result<void> Listener::open(const std::string& address) {
  const auto parsed = parse_listen_address(address);
  if (!parsed) return parsed.error();
  const tcp::endpoint endpoint(net::ip::make_address(parsed->host), parsed->port);
  boost::system::error_code error;
  acceptor_.open(endpoint.protocol(), error);
  // A restart must not wait for the old connections to leave TIME_WAIT.
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
      // Aborted is the only failure that is meant: begin_drain closed the port.
      pause.expires_after(kPauseAfterFailure);
      co_await pause.async_wait(kNoThrow);
    }
  }
}

// Two limits: connections of readers, and of rejections being answered.
void Listener::admit(tcp::socket socket) {
  boost::system::error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error) return;
  if (endpoint_.connections.has_room_for(peer.address())) {
    net::co_spawn(io_, serve(std::move(socket), endpoint_, context_), net::detached);
    return;
  }
  context_.metrics.count_rejection(Rejection::kConnections);
  if (turning_away_ >= kMaxTurningAway) return;
  net::co_spawn(io_, turn_away(std::move(socket)), net::detached);
}

// Answers before a request was read: what the client sends meanwhile is discarded.
net::awaitable<void> Listener::turn_away(tcp::socket socket) {
  ++turning_away_;
  boost::beast::tcp_stream stream(std::move(socket));
  const app::Problem problem{app::ProblemKind::kBusy, "too many connections are open", {}, ""};
  const auto message = to_message(context_.application.answer_problem({}, problem), {});
  stream.expires_after(kTurnAwayTime);
  const auto [error, bytes] = co_await boost::beast::http::async_write(stream, message, kNoThrow);
  if (!error) co_await linger(stream, kTurnAwayTime);
  --turning_away_;
}

// The kernel completes handshakes before accept: these clients have already sent their requests,
// and would see a reset.
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
  endpoint_.connections.drain();
}

}  // namespace pressoir::http
