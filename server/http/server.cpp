#include "server/http/server.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <thread>
#include <utility>

#include "server/http/client_limits.hpp"
#include "server/http/listener.hpp"
#include "server/http/log_lines.hpp"
#include "server/http/metrics.hpp"
#include "server/http/session.hpp"
#include "server/http/worker_pool.hpp"

namespace pressoir::http {
namespace {

namespace net = boost::asio;

// Errors as values: most of them just end a connection.
constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);
constexpr std::chrono::milliseconds kDrainStep{10};

// hardware_concurrency is 0 when it is unknown.
WorkerPoolOptions pool_options(const ServerOptions& options) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return {options.workers == 0 ? processors : options.workers, options.limits.max_queued_requests};
}

// The metrics endpoint has connections of its own, so that it stays reachable when readers use up
// theirs.
Limits limits_of_metrics() {
  Limits limits;
  limits.max_connections = 32;
  limits.max_connections_per_address = limits.max_connections;
  return limits;
}

// With an address of its own, /metrics is nowhere else.
Service service_of(const ServerOptions& options) {
  return options.metrics_listen.empty() ? Service::kArchiveAndMetrics : Service::kArchive;
}

}  // namespace

// Members are destroyed from the last: first the workers, which post their answers to the io
// context, then the context with the coroutines that it owns, then what those refer to.
struct Server::State {
  State(const app::Application& application, const ServerOptions& given, Networks proxies)
      : options(given),
        trusted_proxies(std::move(proxies)),
        endpoint{service_of(options), readers},
        sessions{options,         application, readers, workers,
                 trusted_proxies, rates,       metrics, access_log},
        listener(context, endpoint, sessions),
        metrics_listener(context, metrics_endpoint, sessions),
        signals(context),
        workers(application, context.get_executor(), pool_options(options), metrics) {}

  base::Result<void> open();
  void run();
  net::awaitable<void> wait_for_signal();
  net::awaitable<void> drain();
  void begin_drain();

  ServerOptions options;
  Networks trusted_proxies;
  Metrics metrics;
  // Writes to the default logger's sinks; the formatter recognises it by its name.
  spdlog::logger access_log{kAccessLogger, spdlog::default_logger()->sinks().begin(),
                            spdlog::default_logger()->sinks().end()};
  Connections readers{options.limits};
  Limits metrics_limits = limits_of_metrics();
  Connections metrics_readers{metrics_limits};
  RateLimiter rates{options.limits};
  Endpoint endpoint;
  Endpoint metrics_endpoint{Service::kMetrics, metrics_readers};
  SessionContext sessions;
  net::io_context context{1};
  Listener listener;
  Listener metrics_listener;  // open only with ServerOptions::metrics_listen
  net::signal_set signals;
  WorkerPool workers;
};

base::Result<void> Server::State::open() {
  if (auto opened = listener.open(options.listen); !opened) return opened;
  if (options.metrics_listen.empty()) return {};
  return metrics_listener.open(options.metrics_listen);
}

void Server::State::run() {
  net::co_spawn(context, listener.accept_connections(), net::detached);
  if (!options.metrics_listen.empty()) {
    net::co_spawn(context, metrics_listener.accept_connections(), net::detached);
  }
  if (options.stop_on_signals) net::co_spawn(context, wait_for_signal(), net::detached);
  context.run();
}

net::awaitable<void> Server::State::wait_for_signal() {
  const auto [error, number] = co_await signals.async_wait(kNoThrow);
  if (!error) begin_drain();
}

// A second signal while it drains changes nothing.
void Server::State::begin_drain() {
  if (readers.is_draining()) return;
  spdlog::info("stopping: {} connections open", readers.count());
  listener.begin_drain();
  metrics_listener.begin_drain();
  net::co_spawn(context, drain(), net::detached);
}

// Polls: sessions end on their own, and ten milliseconds more do not matter when a server stops.
net::awaitable<void> Server::State::drain() {
  const auto deadline = std::chrono::steady_clock::now() + options.timeouts.grace;
  net::steady_timer step(context);
  while (readers.count() > 0 && std::chrono::steady_clock::now() < deadline) {
    step.expires_after(kDrainStep);
    co_await step.async_wait(kNoThrow);
  }
  if (readers.count() > 0) {
    spdlog::warn("{} connections were still open after the grace time", readers.count());
  }
  context.stop();
}

// Signals are added last: until then, the default action ends a server that cannot start.
base::Result<std::unique_ptr<Server>> Server::open(const app::Application& application,
                                                   const ServerOptions& options) {
  auto proxies = Networks::parse(options.trusted_proxies);
  if (!proxies) return proxies.error();
  auto state = std::make_unique<State>(application, options, *std::move(proxies));
  if (auto opened = state->open(); !opened) return opened.error();
  if (options.stop_on_signals) {
    state->signals.add(SIGTERM);
    state->signals.add(SIGINT);
  }
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() = default;

const std::string& Server::url() const noexcept {
  return state_->listener.url();
}

std::uint16_t Server::port() const noexcept {
  return state_->listener.port();
}

const std::string& Server::metrics_url() const noexcept {
  return state_->metrics_listener.url();
}

std::uint16_t Server::metrics_port() const noexcept {
  return state_->metrics_listener.port();
}

void Server::run() {
  state_->run();
}

void Server::stop() {
  net::post(state_->context, [this] { state_->begin_drain(); });
}

}  // namespace pressoir::http
