// One connection, from its first byte to its last: a coroutine that reads a request, has it
// answered, writes the answer, and starts over (keep-alive). Every wait has a deadline. Used by the
// io thread only; searches run on the workers.
//
//   run -> wait_for_request -> serve_request -> answer -> write or write_stream -> record
#pragma once

#include <spdlog/logger.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <optional>
#include <string>

#include "server/app/application.hpp"
#include "server/http/client_identity.hpp"
#include "server/http/client_limits.hpp"
#include "server/http/metrics.hpp"
#include "server/http/options.hpp"
#include "server/http/request_header.hpp"
#include "server/http/worker_pool.hpp"

namespace pressoir::http {

// What all sessions share; it outlives them.
struct SessionContext {
  const ServerOptions& options;
  const app::Application& application;
  // Of the archive's endpoint, for the metrics.
  const Connections& readers;
  WorkerPool& workers;
  const Networks& trusted_proxies;
  RateLimiter& rates;
  Metrics& metrics;
  spdlog::logger& access_log;
  // Streamed bodies (exports) being sent, of all sessions.
  std::size_t streams = 0;
};

// What a listening endpoint serves.
enum class Service {
  kArchive,            // everything but /metrics
  kArchiveAndMetrics,  // everything; /metrics only to local clients, and not through a proxy
  kMetrics,            // /metrics, and nothing else
};

// The listening endpoint that a connection was accepted on; it outlives its sessions.
struct Endpoint {
  Service service;
  Connections& connections;
};

// Closes a connection without losing the last response (RFC 9112, section 9.6): closing a socket
// with unread bytes resets the connection, and a reset may discard the response at the client.
// Shuts down our side and discards what the client still sends, at most 256 KB, until the client
// closes, `limit` passes or `stream` is cancelled.
boost::asio::awaitable<void> linger(boost::beast::tcp_stream& stream,
                                    std::chrono::milliseconds limit);

// Lives in the frame of the coroutine that the listener spawns for a connection.
class Session {
 public:
  // Registers with the endpoint's connections, and leaves them in the destructor.
  Session(boost::asio::ip::tcp::socket socket, const Endpoint& endpoint, SessionContext& context);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Serves requests until either side closes the connection, a deadline passes, or the server
  // drains.
  boost::asio::awaitable<void> run();

  // Wakes the session if it is waiting for a request, so that it notices that the server drains.
  void stop_waiting();

 private:
  using Clock = std::chrono::steady_clock;

  // The steps of a request, in the order of the diagram above. Those that return bool tell whether
  // the connection can take another request.
  bool is_draining() const { return endpoint_.connections.is_draining(); }
  bool may_see_metrics() const;
  app::Response metrics(const app::Request& request) const;
  boost::asio::awaitable<bool> wait_for_request();
  boost::asio::awaitable<boost::system::error_code> read_more();
  boost::asio::awaitable<boost::system::error_code> read_header(RequestReader& reader);
  boost::asio::awaitable<bool> serve_request();
  boost::asio::awaitable<bool> reject(const app::Request& request, app::Problem problem);
  boost::asio::awaitable<app::Response> answer(const app::Request& request);
  boost::asio::awaitable<app::Response> answer_by_worker(const app::Request& request);
  boost::asio::awaitable<bool> write(const app::Request& request, app::Response response);
  boost::asio::awaitable<bool> write_stream(const app::Request& request, app::Response response);
  boost::asio::awaitable<app::BodyStream::State> write_pieces(app::BodyStream& stream,
                                                              std::size_t& sent_bytes);
  boost::asio::awaitable<app::BodyStream::Piece> next_piece(app::BodyStream& stream);
  boost::asio::awaitable<void> close();
  void record(const app::Request& request, unsigned status, std::size_t body_bytes) const;

  const Endpoint& endpoint_;
  SessionContext& context_;
  boost::beast::tcp_stream stream_;
  boost::asio::ip::address peer_;
  boost::asio::ip::address client_;  // of the current request: the peer, or the proxy's client
  boost::beast::flat_buffer buffer_;
  // For the first byte of a request, or for the client to close: a drain may cancel that.
  bool waiting_ = false;
  bool first_request_ = true;
  // Of the current request.
  bool keep_alive_ = false;  // the client wants it, and the request allows it
  unsigned http_version_ = 11;
  // It was forwarded by a proxy, trusted or not.
  bool has_proxy_ = false;
  std::string_view route_;     // app::Response::route
  Clock::time_point began_{};  // when its header was read
};

}  // namespace pressoir::http
