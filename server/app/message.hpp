// A request and its response as the application sees them: plain data, without the HTTP library.
// server/http has already checked framing, sizes and syntax, and adds what belongs to the
// connection.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::app {

struct Route;

struct Request {
  // `GET`; in capitals, as sent.
  std::string method;
  // Still percent-encoded; begins with `/`, or is `*` for OPTIONS of the whole server. Without the
  // server's base path.
  std::string path;
  // What follows `?`, still percent-encoded; empty when there is none.
  std::string query;
  // Header fields of these names; empty when absent.
  std::string accept;
  std::string accept_encoding = {};
  std::string if_none_match = {};
  std::string if_modified_since = {};
  // The address of `/` for the client, without the last slash:
  // `https://archives.exemple.fr/pressoir`. Empty when the client has sent no usable Host.
  std::string base_url = {};
  // Set once by Application::route(), then read by everything that handles the request: nullptr
  // when no route matches the path.
  const Route* route = nullptr;
  // The part of the path that the route's `{…}` matched, decoded, UTF-8.
  std::string argument = {};
};

struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

// A body that is computed while it is sent, so that an export of any size needs little memory. Used
// by one thread at a time, not always the same.
class BodyStream {
 public:
  enum class State {
    kMore,   // another piece follows
    kWhole,  // this was the last one, and the body is complete
    kCut,    // the body cannot be completed, which the client must notice
  };
  struct Piece {
    std::string bytes;  // may be empty
    State state = State::kWhole;
  };

  virtual ~BodyStream() = default;
  // The next piece, some 10 to 200 KB. Not called again after a state other than kMore.
  virtual Piece next() = 0;
};

// The server adds Content-Length (or chunks), Content-Type, Content-Encoding, Date, Server and
// Connection, and omits the body for HEAD.
struct Response {
  unsigned status = 200;
  std::string content_type;
  std::vector<Header> headers;
  std::string body;
  std::unique_ptr<BodyStream> stream = {};  // instead of `body`
  // Name of the route that answered, for logs and metrics; empty when there was none.
  std::string_view route = {};
  // The content has not changed since this time (seconds since 1970), which If-Modified-Since is
  // compared with; 0: unknown.
  std::int64_t unchanged_since = 0;
};

}  // namespace pressoir::app
