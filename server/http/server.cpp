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

#include "server/http/connections.hpp"
#include "server/http/listener.hpp"
#include "server/http/log_formatter.hpp"
#include "server/http/metrics.hpp"
#include "server/http/session.hpp"
#include "server/http/worker_pool.hpp"

namespace pressoir::http {
namespace {

namespace net = boost::asio;

constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);
constexpr std::chrono::milliseconds kDrainStep{10};

WorkerPoolOptions pool_options(const ServerOptions& options) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return {options.workers == 0 ? processors : options.workers, options.limits.max_queued_requests};
}

// Who watches is not counted among the readers, so that he gets through when they are too many.
Limits limits_of_watchers() {
  Limits limits;
  limits.max_connections = 32;
  limits.max_connections_per_address = limits.max_connections;
  return limits;
}

Service service_of(const ServerOptions& options) {
  return options.metrics_listen.empty() ? Service::kArchiveAndMetrics : Service::kArchive;
}

}  // namespace

// Order matters: the io context goes before what its coroutines refer to, after the workers, whose
// answers it would otherwise miss.
struct Server::State {
  State(const api::Application& application, const ServerOptions& given, Networks proxies)
      : options(given),
        trusted_proxies(std::move(proxies)),
        door{service_of(options), readers},
        sessions{options,         application, readers, workers,
                 trusted_proxies, rates,       metrics, access_log},
        listener(context, door, sessions),
        watch_listener(context, watch_door, sessions),
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
  // To where everything else is logged, under a name that tells its lines apart.
  spdlog::logger access_log{kAccessLogger, spdlog::default_logger()->sinks().begin(),
                            spdlog::default_logger()->sinks().end()};
  Connections readers{options.limits};
  Limits watch_limits = limits_of_watchers();
  Connections watchers{watch_limits};
  RateLimiter rates{options.limits};
  Door door;
  Door watch_door{Service::kMetrics, watchers};
  SessionContext sessions;
  net::io_context context{1};
  Listener listener;
  Listener watch_listener;  // open when options name its address
  net::signal_set signals;
  WorkerPool workers;
};

base::Result<void> Server::State::open() {
  if (auto opened = listener.open(options.listen); !opened) return opened;
  if (options.metrics_listen.empty()) return {};
  return watch_listener.open(options.metrics_listen);
}

void Server::State::run() {
  net::co_spawn(context, listener.accept_connections(), net::detached);
  if (!options.metrics_listen.empty()) {
    net::co_spawn(context, watch_listener.accept_connections(), net::detached);
  }
  if (options.stop_on_signals) net::co_spawn(context, wait_for_signal(), net::detached);
  context.run();
}

net::awaitable<void> Server::State::wait_for_signal() {
  const auto [error, number] = co_await signals.async_wait(kNoThrow);
  if (!error) begin_drain();
}

void Server::State::begin_drain() {
  if (readers.is_draining()) return;
  spdlog::info("stopping: {} connections open", readers.count());
  listener.begin_drain();
  watch_listener.begin_drain();
  net::co_spawn(context, drain(), net::detached);
}

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

base::Result<std::unique_ptr<Server>> Server::open(const api::Application& application,
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
  return state_->watch_listener.url();
}

std::uint16_t Server::metrics_port() const noexcept {
  return state_->watch_listener.port();
}

void Server::run() {
  state_->run();
}

void Server::stop() {
  net::post(state_->context, [this] { state_->begin_drain(); });
}

}  // namespace pressoir::http
