#include "server/http/server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <optional>
#include <thread>
#include <utility>

#include "server/http/connections.hpp"
#include "server/http/listen_address.hpp"
#include "server/http/session.hpp"
#include "server/http/worker_pool.hpp"

namespace pressoir::http {
namespace {

namespace net = boost::asio;
using net::ip::tcp;

constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);
// When the process has no file descriptor left, accept fails at once and would turn in a circle.
constexpr std::chrono::milliseconds kPauseAfterFailure{100};
constexpr std::chrono::milliseconds kDrainStep{10};

base::Error listen_error(const std::string& address, const boost::system::error_code& cause) {
  if (cause == net::error::address_in_use) {
    return {base::Errc::kAddressInUse,
            fmt::format("{} is in use: stop the program that listens there, or choose another port "
                        "with --listen",
                        address)};
  }
  return {base::Errc::kInternal, fmt::format("cannot listen on {}: {}", address, cause.message())};
}

base::Result<void> listen_on(tcp::acceptor& acceptor, const ListenAddress& address,
                             const std::string& as_written) {
  const tcp::endpoint endpoint(net::ip::make_address(address.host), address.port);
  boost::system::error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (error) return listen_error(as_written, error);
  return {};
}

WorkerPoolOptions pool_options(const ServerOptions& options) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return {options.workers == 0 ? processors : options.workers, options.limits.max_queued_requests};
}

net::awaitable<void> serve(tcp::socket socket, SessionContext& context) {
  Session session(std::move(socket), context);
  co_await session.run();
}

}  // namespace

// Order matters: the io context goes before what its coroutines refer to, after the workers, whose
// answers it would otherwise miss.
struct Server::State {
  State(const api::Application& application, const ServerOptions& given, Networks proxies)
      : options(given),
        trusted_proxies(std::move(proxies)),
        connections(options.limits),
        rates(options.limits),
        acceptor(context),
        signals(context),
        workers(application, context.get_executor(), pool_options(options)),
        sessions{options, application, connections, workers, trusted_proxies, rates} {}

  net::awaitable<void> accept_connections();
  net::awaitable<void> wait_for_signal();
  net::awaitable<void> drain();
  void admit(tcp::socket socket);
  void accept_pending();
  void begin_drain();

  ServerOptions options;
  std::string url;
  std::uint16_t port = 0;
  Networks trusted_proxies;
  Connections connections;
  RateLimiter rates;
  net::io_context context{1};
  tcp::acceptor acceptor;
  net::signal_set signals;
  WorkerPool workers;
  SessionContext sessions;
};

net::awaitable<void> Server::State::accept_connections() {
  net::steady_timer pause(context);
  while (acceptor.is_open()) {
    auto [error, socket] = co_await acceptor.async_accept(kNoThrow);
    if (!error) {
      admit(std::move(socket));
    } else if (error != net::error::operation_aborted) {
      spdlog::warn("a connection could not be accepted: {}", error.message());
      pause.expires_after(kPauseAfterFailure);
      co_await pause.async_wait(kNoThrow);
    }
  }
}

void Server::State::admit(tcp::socket socket) {
  boost::system::error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error || !connections.has_room_for(peer.address())) return;
  net::co_spawn(context, serve(std::move(socket), sessions), net::detached);
}

net::awaitable<void> Server::State::wait_for_signal() {
  const auto [error, number] = co_await signals.async_wait(kNoThrow);
  if (!error) begin_drain();
}

// Connections that the system has already made belong to clients who believe they are heard.
void Server::State::accept_pending() {
  boost::system::error_code error;
  acceptor.non_blocking(true, error);
  while (!error) {
    tcp::socket socket(context);
    acceptor.accept(socket, error);
    if (!error) admit(std::move(socket));
  }
}

void Server::State::begin_drain() {
  if (connections.is_draining()) return;
  spdlog::info("stopping: {} connections open", connections.count());
  accept_pending();
  boost::system::error_code ignored;
  acceptor.close(ignored);
  connections.drain();
  net::co_spawn(context, drain(), net::detached);
}

net::awaitable<void> Server::State::drain() {
  const auto deadline = std::chrono::steady_clock::now() + options.timeouts.grace;
  net::steady_timer step(context);
  while (connections.count() > 0 && std::chrono::steady_clock::now() < deadline) {
    step.expires_after(kDrainStep);
    co_await step.async_wait(kNoThrow);
  }
  if (connections.count() > 0) {
    spdlog::warn("{} connections were still open after the grace time", connections.count());
  }
  context.stop();
}

base::Result<std::unique_ptr<Server>> Server::open(const api::Application& application,
                                                   const ServerOptions& options) {
  const auto address = parse_listen_address(options.listen);
  if (!address) return address.error();
  auto proxies = Networks::parse(options.trusted_proxies);
  if (!proxies) return proxies.error();
  auto state = std::make_unique<State>(application, options, *std::move(proxies));
  if (auto listening = listen_on(state->acceptor, *address, options.listen); !listening) {
    return listening.error();
  }
  state->port = state->acceptor.local_endpoint().port();
  state->url = to_url({address->host, state->port});
  if (options.stop_on_signals) {
    state->signals.add(SIGTERM);
    state->signals.add(SIGINT);
  }
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() = default;

const std::string& Server::url() const noexcept {
  return state_->url;
}

std::uint16_t Server::port() const noexcept {
  return state_->port;
}

void Server::run() {
  State& state = *state_;
  net::co_spawn(state.context, state.accept_connections(), net::detached);
  if (state.options.stop_on_signals) {
    net::co_spawn(state.context, state.wait_for_signal(), net::detached);
  }
  state.context.run();
}

void Server::stop() {
  net::post(state_->context, [this] { state_->begin_drain(); });
}

}  // namespace pressoir::http
