// Checks the header of a request before it is routed: the rules of RFC 9112 on which proxies and
// servers disagree (the ground of request smuggling), and the limits of this server. Then turns it
// into plain data. Pure functions, any thread.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/system/error_code.hpp>
#include <optional>
#include <string_view>

#include "server/app/message.hpp"
#include "server/app/problem.hpp"
#include "server/http/options.hpp"

namespace pressoir::http {

using HeaderOnlyRequest =
    boost::beast::http::request<boost::beast::http::empty_body, boost::beast::http::fields>;

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
// and there is nobody to answer.
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
