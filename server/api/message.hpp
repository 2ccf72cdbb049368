// A request and its answer as the API sees them: plain data, without the HTTP library. The server
// (server/http) has already checked the framing, the sizes and the method's form.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::api {

struct Request {
  std::string method;  // `GET`; in capitals, as sent
  std::string path;    // still percent-encoded, begins with `/`; without the server's base path
  std::string query;   // what follows `?`, still percent-encoded; empty when there is none
  std::string accept;  // the header of that name; empty when absent, as the following ones are
  std::string accept_encoding = {};
  std::string if_none_match = {};
  std::string if_modified_since = {};
  // How the client reaches `/`, without the last slash: `https://archives.exemple.fr/pressoir`.
  std::string base_url = {};
};

struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

// A body that is made while it is sent, so that it need not fit into memory. Used by one thread at
// a time, not always the same.
class BodyStream {
 public:
  enum class State {
    kMore,   // another piece follows
    kWhole,  // this was the last one, and the body is whole
    kCut,    // the body cannot be finished: the client must be able to tell
  };
  struct Piece {
    std::string bytes;  // may be empty
    State state = State::kWhole;
  };

  virtual ~BodyStream() = default;
  // The next piece, some 10 to 200 KB. Not called again once it was not kMore.
  virtual Piece next() = 0;
};

// The server adds Content-Length (or chunks), Content-Type, Content-Encoding, Date, Server and
// Connection, and leaves the body out for HEAD.
struct Response {
  unsigned status = 200;
  std::string content_type;
  std::vector<Header> headers;
  std::string body;
  std::unique_ptr<BodyStream> stream = {};  // in the place of `body`
  std::string_view route = {};  // the name of the route (routes.hpp) that answered; empty: none
  // The answer has certainly not changed since (seconds since 1970): what If-Modified-Since is
  // compared with; 0: not known.
  std::int64_t unchanged_since = 0;
};

// True for the media type of a browser's address bar: `Accept` names text/html.
bool wants_html(const Request& request) noexcept;

}  // namespace pressoir::api
