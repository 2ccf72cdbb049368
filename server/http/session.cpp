#include "server/http/session.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/write.hpp>
#include <cstddef>
#include <tuple>
#include <utility>

#include "server/http/content_coding.hpp"
#include "server/http/log_lines.hpp"
#include "server/http/response_message.hpp"

namespace pressoir::http {
namespace {

namespace net = boost::asio;
namespace beast_http = boost::beast::http;

constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);
constexpr std::size_t kReadBytes = 4096;
// The kernel's buffer for responses that a client has not read. By default it grows to megabytes,
// so that a client that pipelines requests and never reads would have hundreds of them answered for
// nothing.
constexpr int kSendBufferBytes = 256 * 1024;
constexpr std::chrono::milliseconds kLinger{2'000};
constexpr std::chrono::milliseconds kLingerWhileDraining{200};  // a stop must not wait for clients
constexpr std::size_t kMaxLingerBytes = 256u << 10;
constexpr std::chrono::milliseconds kPauseForQueue{20};  // about the time of a few searches
constexpr std::string_view kReadingMethods = "GET, HEAD";

}  // namespace

net::awaitable<void> linger(boost::beast::tcp_stream& stream, std::chrono::milliseconds limit) {
  boost::system::error_code error;
  stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, error);
  if (error) co_return;
  stream.expires_after(limit);
  std::array<char, kReadBytes> discarded;
  std::size_t read_bytes = 0;
  while (read_bytes < kMaxLingerBytes) {
    const auto [failure, bytes] = co_await stream.async_read_some(net::buffer(discarded), kNoThrow);
    if (failure) break;
    read_bytes += bytes;
  }
}

// The buffer is bounded: one header and one read.
Session::Session(net::ip::tcp::socket socket, const Endpoint& endpoint, SessionContext& context)
    : endpoint_(endpoint),
      context_(context),
      stream_(std::move(socket)),
      buffer_(context.options.limits.max_header_bytes + kReadBytes) {
  boost::system::error_code error;
  const auto peer = stream_.socket().remote_endpoint(error);
  if (!error) peer_ = client_ = peer.address();
  // Responses are written whole: Nagle's algorithm would only delay the last segment.
  stream_.socket().set_option(net::ip::tcp::no_delay(true), error);
  stream_.socket().set_option(net::socket_base::send_buffer_size(kSendBufferBytes), error);
  endpoint_.connections.add(*this, peer_);
}

Session::~Session() {
  endpoint_.connections.remove(*this, peer_);
}

void Session::stop_waiting() {
  if (waiting_) stream_.cancel();
}

// Without linger when the client has closed or timed out: nothing was left unread.
net::awaitable<void> Session::run() {
  bool keeps_on = true;
  while (keeps_on) {
    const bool is_asked = co_await wait_for_request();
    if (!is_asked) co_return;
    keeps_on = co_await serve_request();
  }
  co_await close();
}

net::awaitable<boost::system::error_code> Session::read_more() {
  const auto [error, bytes] =
      co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kNoThrow);
  if (!error) buffer_.commit(bytes);
  co_return error;
}

// True when at least one byte of a request has arrived. A new connection that sends nothing gets
// the time of a header, not the longer one between two requests: it may be an attempt to use up the
// connections.
net::awaitable<bool> Session::wait_for_request() {
  if (begins_request(buffer_)) co_return true;
  buffer_.shrink_to_fit();  // an idle connection must not keep the memory of a long request
  boost::system::error_code error;
  if (is_draining() && stream_.socket().available(error) == 0) co_return false;
  const Timeouts& timeouts = context_.options.timeouts;
  stream_.expires_after(first_request_ ? timeouts.header : timeouts.idle);
  waiting_ = true;
  do {
    error = co_await read_more();
  } while (!error && !begins_request(buffer_));
  waiting_ = false;
  first_request_ = false;
  if (error != net::error::operation_aborted) co_return !error;
  // Woken by a drain: a request that has arrived meanwhile is still answered.
  co_return stream_.socket().available(error) > 0;
}

net::awaitable<boost::system::error_code> Session::read_header(RequestReader& reader) {
  for (;;) {
    auto error = reader.read(buffer_);
    if (error != beast_http::error::need_more) co_return error;
    error = co_await read_more();
    if (error) co_return error;
  }
}

// Reads one request and answers it. True when another may follow on this connection.
net::awaitable<bool> Session::serve_request() {
  const ServerOptions& options = context_.options;
  RequestReader reader(options.limits.max_header_bytes);
  const HeaderOnlyRequest& header = reader.request();
  stream_.expires_after(options.timeouts.header);
  const auto error = co_await read_header(reader);
  // From the complete header on: a slow client is not a slow answer.
  began_ = Clock::now();
  keep_alive_ = false;
  http_version_ = 11;
  route_ = {};
  if (error) {
    auto problem = problem_of_read(error, {!header.target().empty(), view(buffer_)});
    if (!problem) co_return false;
    const app::Request unread;
    co_return co_await reject(unread, *std::move(problem));
  }
  http_version_ = header.version();
  app::Request request = to_request(header, options.base_path);
  context_.application.route(request);
  ClientIdentity client = identify_client(peer_, header, context_.trusted_proxies);
  client_ = client.address;
  has_proxy_ = is_passed_on(header);
  request.base_url =
      client.base_url.empty() ? options.base_path : client.base_url + options.base_path;
  if (auto problem = check_request(header, options.limits)) {
    co_return co_await reject(request, *std::move(problem));
  }
  keep_alive_ = header.keep_alive() && !announces_body(header);
  app::Response response = co_await answer(request);
  if (response.stream != nullptr) co_return co_await write_stream(request, std::move(response));
  co_return co_await write(request, std::move(response));
}

// Answers with a problem and closes the connection: where the next request would begin is unknown.
net::awaitable<bool> Session::reject(const app::Request& request, app::Problem problem) {
  keep_alive_ = false;
  context_.metrics.count_rejection(Rejection::kRequest);
  co_return co_await write(request, context_.application.answer_problem(request, problem));
}

// A proxy on this machine makes everyone look local: its requests are recognised by its header.
bool Session::may_see_metrics() const {
  if (endpoint_.service != Service::kArchiveAndMetrics)
    return endpoint_.service == Service::kMetrics;
  return !has_proxy_ && without_mapping(peer_).is_loopback();
}

// Not a route of the application: what is measured is the server.
app::Response Session::metrics(const app::Request& request) const {
  app::Response response;
  if (request.path != Metrics::kPath) {
    response = app::problem_response({app::ProblemKind::kNotFound, "", {}, ""}, request.path);
  } else if (request.method != "GET" && request.method != "HEAD") {
    const app::Problem problem{app::ProblemKind::kMethodNotAllowed, "", {}, ""};
    response = app::problem_response(problem, request.path);
    response.headers.push_back({"Allow", std::string(kReadingMethods)});
  } else {
    const WorkerPool::Load load = context_.workers.load();
    response = {200, std::string(Metrics::kContentType), {{"Cache-Control", "no-store"}}, ""};
    response.body =
        context_.metrics.text({context_.readers.count(), context_.streams, load.queued,
                               load.threads, load.busy, context_.application.statistics()});
  }
  response.route = Metrics::kRoute;
  return response;
}

// The order matters: operators must reach /metrics, and direct answers must not wait for workers.
net::awaitable<app::Response> Session::answer(const app::Request& request) {
  if (endpoint_.service == Service::kMetrics ||
      (request.path == Metrics::kPath && may_see_metrics())) {
    co_return in_preferred_coding(request, metrics(request));
  }
  if (!context_.rates.allows(client_, began_)) {
    context_.metrics.count_rejection(Rejection::kRate);
    const app::Problem too_many{app::ProblemKind::kTooManyRequests, "", {}, ""};
    co_return context_.application.answer_problem(request, too_many);
  }
  if (auto response = context_.application.answer_at_once(request)) {
    co_return in_preferred_coding(request, *std::move(response));
  }
  co_return co_await answer_by_worker(request);
}

// use_awaitable resumes this coroutine on the io thread, to which the pool posts the answer.
net::awaitable<app::Response> Session::answer_by_worker(const app::Request& request) {
  // No I/O meanwhile: the search has a time limit of its own.
  stream_.expires_never();
  co_return co_await net::async_initiate<const net::use_awaitable_t<>, void(app::Response)>(
      [this, &request](auto handler) {
        WorkerPool::Done done(std::move(handler));
        if (context_.workers.submit(request, done)) return;
        context_.metrics.count_rejection(Rejection::kQueue);
        const app::Problem busy{app::ProblemKind::kBusy, "", {}, ""};
        auto response = context_.application.answer_problem(request, busy);
        net::post(stream_.get_executor(),
                  [done = std::move(done), response = std::move(response)]() mutable {
                    std::move(done)(std::move(response));
                  });
      },
      net::use_awaitable);
}

// The body is written in one operation with its header; the deadline covers both.
net::awaitable<bool> Session::write(const app::Request& request, app::Response response) {
  const bool keep_alive = keep_alive_ && !is_draining();
  const ResponseForm form{http_version_, keep_alive, request.method != "HEAD"};
  const unsigned status = response.status;
  route_ = response.route;
  const auto message = to_message(std::move(response), form);
  stream_.expires_after(context_.options.timeouts.write);
  const auto [error, bytes] = co_await beast_http::async_write(stream_, message, kNoThrow);
  record(request, status, message.body().size());
  co_return !error && keep_alive;
}

net::awaitable<app::BodyStream::Piece> Session::next_piece(app::BodyStream& stream) {
  using Piece = app::BodyStream::Piece;
  stream_.expires_never();
  co_return co_await net::async_initiate<const net::use_awaitable_t<>, void(Piece)>(
      [this, &stream](auto handler) {
        WorkerPool::PieceDone done(std::move(handler));
        if (context_.workers.submit(stream, done)) return;
        // Searches go first: an empty piece now, and the queue is tried again.
        net::post(stream_.get_executor(), [done = std::move(done)]() mutable {
          std::move(done)(Piece{"", app::BodyStream::State::kMore});
        });
      },
      net::use_awaitable);
}

// Sends one piece after the other. Each has the time limit of a whole response, so that a client
// that stops reading is disconnected, while a steady one may take as long as it needs. An empty
// piece means that the workers' queue was full.
net::awaitable<app::BodyStream::State> Session::write_pieces(app::BodyStream& stream,
                                                             std::size_t& sent_bytes) {
  using State = app::BodyStream::State;
  net::steady_timer pause(stream_.get_executor());
  for (;;) {
    const app::BodyStream::Piece piece = co_await next_piece(stream);
    stream_.expires_after(context_.options.timeouts.write);
    boost::system::error_code error;
    if (piece.bytes.empty() && piece.state == State::kMore) {
      pause.expires_after(kPauseForQueue);
      co_await pause.async_wait(kNoThrow);
    } else if (!piece.bytes.empty() && http_version_ == 11) {
      const auto chunk = beast_http::make_chunk(net::buffer(piece.bytes));
      std::tie(error, std::ignore) = co_await net::async_write(stream_, chunk, kNoThrow);
    } else if (!piece.bytes.empty()) {
      const auto bytes = net::buffer(piece.bytes);
      std::tie(error, std::ignore) = co_await net::async_write(stream_, bytes, kNoThrow);
    }
    if (error) co_return State::kCut;
    sent_bytes += piece.bytes.size();
    if (piece.state != State::kMore) co_return piece.state;
  }
}

net::awaitable<bool> Session::write_stream(const app::Request& request, app::Response response) {
  // An export keeps a handle of its revision open for minutes: few at a time.
  if (context_.streams >= context_.options.limits.max_exports) {
    context_.metrics.count_rejection(Rejection::kExports);
    const app::Problem busy{app::ProblemKind::kBusy, "too many exports are running", {}, ""};
    co_return co_await write(request, context_.application.answer_problem(request, busy));
  }
  const bool keep_alive = keep_alive_ && !is_draining() && http_version_ == 11;
  route_ = response.route;
  auto head = to_stream_head(response, {http_version_, keep_alive, true});
  beast_http::response_serializer<beast_http::empty_body> serializer(head);
  stream_.expires_after(context_.options.timeouts.write);
  auto [error, bytes] = co_await beast_http::async_write_header(stream_, serializer, kNoThrow);
  std::size_t sent_bytes = 0;
  // HEAD gets the head of the export, and the stream is dropped.
  if (error || request.method == "HEAD") {
    record(request, response.status, 0);
    co_return !error && keep_alive;
  }
  // The limit is checked before: coroutines of one thread do not interleave in between.
  ++context_.streams;
  const auto end = co_await write_pieces(*response.stream, sent_bytes);
  --context_.streams;
  const bool is_whole = end == app::BodyStream::State::kWhole;
  if (is_whole && http_version_ == 11) {
    const auto last = beast_http::make_chunk_last();
    std::tie(error, bytes) = co_await net::async_write(stream_, last, kNoThrow);
  }
  record(request, response.status, sent_bytes);
  // Without the last chunk the client knows that the body is incomplete (RFC 9112, section 8).
  co_return is_whole && !error && keep_alive;
}

net::awaitable<void> Session::close() {
  waiting_ = true;
  co_await linger(stream_, is_draining() ? kLingerWhileDraining : kLinger);
  waiting_ = false;
}

void Session::record(const app::Request& request, unsigned status, std::size_t body_bytes) const {
  const auto took = Clock::now() - began_;
  context_.metrics.count_request(route_, status, took);
  const ServerOptions& options = context_.options;
  if (!options.access_log || !context_.access_log.should_log(spdlog::level::info)) return;
  const std::string client = client_.to_string();
  const AccessLogEntry entry{
      client, request,    route_,
      status, body_bytes, std::chrono::duration_cast<std::chrono::microseconds>(took)};
  context_.access_log.info(options.log_format == LogFormat::kJson
                               ? access_log_members(entry, options.log_query)
                               : access_log_line(entry, options.log_query));
}

}  // namespace pressoir::http
