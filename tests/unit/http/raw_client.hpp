// A client that sends bytes as they are, for what no well-behaved client would send. Used by one
// thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressoir::http {

class RawClient {
 public:
  // Connects to 127.0.0.1; throws std::system_error when nobody listens there.
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the server has closed the connection.
  bool send(std::string_view bytes);

  // Ends our side: nothing more will be sent, answers are still received.
  void finish();

  // Resets the connection when this object dies, so that it leaves no port behind for a minute.
  void reset_at_end();

  // One response: its head, then as many bytes as its Content-Length says. What was received when
  // the server closed or `timeout` passed, if that comes first.
  std::string receive_response(std::chrono::milliseconds timeout = std::chrono::seconds(10));

  // The head of a response to HEAD.
  std::string receive_head(std::chrono::milliseconds timeout = std::chrono::seconds(10));

  // Everything until the server closes.
  std::string receive_all(std::chrono::milliseconds timeout = std::chrono::seconds(10));

  // True when the server closes, or has closed, within `timeout`, and sends nothing more.
  bool is_closed_within(std::chrono::milliseconds timeout);

 private:
  using Deadline = std::chrono::steady_clock::time_point;
  bool read_more(Deadline deadline);  // false at the end, on failure and when the time is over

  int socket_ = -1;
  bool closed_ = false;
  std::string received_;  // not handed out yet
};

// The value of a response's header field of that name (as written); empty when it has none.
std::string header_of(std::string_view response, std::string_view name);

// The status code of a response; 0 when it is not one.
int status_of(std::string_view response);

// What follows the head.
std::string body_of(std::string_view response);

}  // namespace pressoir::http
