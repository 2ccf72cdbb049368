// One connection, from its first byte to its last: a coroutine that reads a request, has it
// answered, writes the answer, and begins again. Used by the io thread only.
#pragma once

#include <spdlog/logger.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <optional>
#include <string>

#include "server/api/application.hpp"
#include "server/http/client_identity.hpp"
#include "server/http/connections.hpp"
#include "server/http/metrics.hpp"
#include "server/http/options.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/http/request_reader.hpp"
#include "server/http/worker_pool.hpp"

namespace pressoir::http {

// What all sessions share; it outlives them.
struct SessionContext {
  const ServerOptions& options;
  const api::Application& application;
  const Connections& readers;  // the connections of those who search
  WorkerPool& workers;
  const Networks& trusted_proxies;
  RateLimiter& rates;
  Metrics& metrics;
  spdlog::logger& access_log;
  std::size_t streams = 0;  // that are being sent
};

// What an address that is listened on is for.
enum class Service {
  kArchive,            // readers; /metrics is nowhere
  kArchiveAndMetrics,  // readers; /metrics too for who asks on this machine without a proxy
  kMetrics,            // /metrics, and nothing else
};

// The address that a connection came in by; it outlives its sessions.
struct Door {
  Service service;
  Connections& connections;
};

class Session {
 public:
  Session(boost::asio::ip::tcp::socket socket, const Door& door, SessionContext& context);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Serves requests until either side ends the connection, a deadline passes, or the server drains.
  boost::asio::awaitable<void> run();

  // Wakes the session if it waits for a request, so that it sees that the server drains.
  void stop_waiting();

 private:
  using Clock = std::chrono::steady_clock;

  bool is_draining() const { return door_.connections.is_draining(); }
  bool may_see_metrics() const;
  api::Response metrics(const api::Request& request) const;
  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<boost::system::error_code> read_more();
  boost::asio::awaitable<boost::system::error_code> read_header(RequestReader& reader);
  boost::asio::awaitable<bool> serve_request();
  boost::asio::awaitable<bool> refuse(const api::Request& request, api::Problem problem);
  boost::asio::awaitable<api::Response> answer(const api::Request& request);
  boost::asio::awaitable<api::Response> ask_worker(const api::Request& request);
  boost::asio::awaitable<bool> write(const api::Request& request, api::Response response);
  boost::asio::awaitable<bool> write_stream(const api::Request& request, api::Response response);
  boost::asio::awaitable<api::BodyStream::State> write_pieces(api::BodyStream& stream,
                                                              std::size_t& sent_bytes);
  boost::asio::awaitable<api::BodyStream::Piece> ask_piece(api::BodyStream& stream);
  boost::asio::awaitable<void> close();
  void record(const api::Request& request, unsigned status, std::size_t body_bytes) const;

  const Door& door_;
  SessionContext& context_;
  boost::beast::tcp_stream stream_;
  boost::asio::ip::address peer_;
  boost::asio::ip::address client_;  // of the request being answered: the peer, or whom it is for
  boost::beast::flat_buffer buffer_;
  bool waiting_ = false;  // for the first byte of a request, or for the client's end
  bool first_request_ = true;
  // Of the request being answered.
  bool keep_alive_ = false;
  unsigned http_version_ = 11;
  bool has_proxy_ = false;     // its header says that a proxy passed it on
  std::string_view route_;     // as api::Response has it
  Clock::time_point began_{};  // when its header was read
};

}  // namespace pressoir::http
