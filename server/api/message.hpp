// A request and its answer as the API sees them: plain data, without the HTTP library. The server
// (server/http) has already checked the framing, the sizes and the method's form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::api {

struct Request {
  std::string method;  // `GET`; in capitals, as sent
  std::string path;    // still percent-encoded, begins with `/`
  std::string query;   // what follows `?`, still percent-encoded; empty when there is none
  std::string accept;  // the header of that name; empty when absent
};

struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

// The server adds Content-Length, Content-Type, Date, Server and Connection, and leaves the body
// out for HEAD.
struct Response {
  unsigned status = 200;
  std::string content_type;
  std::vector<Header> headers;
  std::string body;
};

// True for the media type of a browser's address bar: `Accept` names text/html.
bool wants_html(const Request& request) noexcept;

}  // namespace pressoir::api
