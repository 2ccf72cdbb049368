// The header of a request, from bytes to plain data:
//
//   RequestReader -> check_request -> to_request
//
// It is parsed as it arrives, checked before it is routed, and turned into what the application
// takes. The checks are the rules of RFC 9112 on which proxies and servers disagree (the ground of
// request smuggling), and the limits of this server. Functions are pure: any thread.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <optional>
#include <string_view>

#include "server/app/message.hpp"
#include "server/app/problem.hpp"
#include "server/http/options.hpp"

namespace pressoir::http {

using HeaderOnlyRequest =
    boost::beast::http::request<boost::beast::http::empty_body, boost::beast::http::fields>;

// Removes empty lines from the front of `buffer`: a server skips them before a request (RFC 9112,
// section 2.2). True when the first byte of a request is in the buffer.
bool begins_request(boost::beast::flat_buffer& buffer);

// The bytes of `buffer` and of a field of a request, valid until these change. Beast has a view
// type of its own.
std::string_view view(const boost::beast::flat_buffer& buffer);
inline std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

// Finds a field that continues in the next line (obs-fold, RFC 9112, section 5.2). Servers and
// proxies read such fields in different ways, which allows request smuggling, so that the request
// is rejected.
class FoldedLineFinder {
 public:
  // Takes the next bytes of a request, in any pieces, each byte once. True when a line of its
  // header, which ends with the first empty line, begins with a blank or a tab.
  bool finds_in(std::string_view bytes) noexcept;

 private:
  enum class At { kLine, kReturn, kLineStart, kEnd } at_ = At::kLineStart;
  bool found_ = false;
};

// Parses the header of one request from bytes as they arrive. Beast's parser does the work; added
// is what RFC 9112 requires of a server and the parser does not do. Used by one thread at a time.
//
//   RequestReader reader(max_header_bytes);
//   while (reader.read(buffer) == error::need_more) { /* append bytes to `buffer` */ }
class RequestReader {
 public:
  // A header of more bytes is Beast's error header_limit.
  explicit RequestReader(std::size_t max_header_bytes);

  // Consumes what it can from the front of `buffer`, to which bytes may only have been appended
  // since the last call. Beast's error need_more: call again with more bytes; no error: the header
  // is complete, and the buffer begins with what follows it; any other: see problem_of_read().
  boost::system::error_code read(boost::beast::flat_buffer& buffer);

  // What has been parsed so far, in part or whole.
  const HeaderOnlyRequest& request() const { return parser_.get(); }

 private:
  boost::beast::http::request_parser<boost::beast::http::empty_body> parser_;
  FoldedLineFinder folds_;
  std::size_t seen_bytes_ = 0;  // at the front of the buffer, that folds_ has seen
};

// Why a complete header is rejected; nothing when the request may be routed. Rejected are
// Transfer-Encoding in any form, a body on GET or HEAD, a body beyond the limit, an HTTP/1.1
// request without exactly one Host, a Host that is neither a name nor an address, an Expect other
// than 100-continue, and a target that is too long or neither a path nor an absolute address.
std::optional<app::Problem> check_request(const HeaderOnlyRequest& request, const Limits& limits);

// How far a header was parsed when it failed.
struct ReadSoFar {
  bool has_target = false;       // the request line is complete: the fields are too long
  std::string_view unread = {};  // the bytes at which the parser stopped
};

// Why bytes could not be parsed as a header; nothing when the connection was closed or timed out,
// so that no response can be sent.
std::optional<app::Problem> problem_of_read(const boost::system::error_code& failure,
                                            const ReadSoFar& so_far);

// True for a name or an address with or without a port, which is safe in links that the server
// sends.
bool is_host(std::string_view text);

// True when a body follows the header. It is never read: the connection must close after the
// response.
bool announces_body(const HeaderOnlyRequest& request);

// The request as the application takes it, but for base_url. `http://host` before the path is
// removed, and so is `base_path`; a path outside of it becomes empty, which no route matches.
app::Request to_request(const HeaderOnlyRequest& request, std::string_view base_path = "");

}  // namespace pressoir::http
