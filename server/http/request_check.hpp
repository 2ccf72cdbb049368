// What a request must be before anybody looks at what it asks: the rules of RFC 9112 on which
// proxies and servers disagree, and the limits of ours. May be called from any thread.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/system/error_code.hpp>
#include <optional>
#include <string_view>

#include "server/api/message.hpp"
#include "server/api/problem.hpp"
#include "server/http/options.hpp"

namespace pressoir::http {

using HeaderOnlyRequest =
    boost::beast::http::request<boost::beast::http::empty_body, boost::beast::http::fields>;

// Why a whole header is refused; nothing when it may be answered. Refused: Transfer-Encoding in any
// form, a body on GET or HEAD, bodies beyond the limit, an HTTP/1.1 request without exactly one
// Host, a Host that is none, an Expect that is not 100-continue, an address that is too long or not
// of a form we serve.
std::optional<api::Problem> check_request(const HeaderOnlyRequest& request, const Limits& limits);

// How far a header was read.
struct ReadSoFar {
  bool has_target = false;       // the request line was read: too long are the fields
  std::string_view unread = {};  // the bytes at which the reading stopped
};

// Why bytes could not be read as a header; nothing when the connection just ended.
std::optional<api::Problem> problem_of_read(const boost::system::error_code& failure,
                                            const ReadSoFar& so_far);

// True for a name or an address with or without a port: what may go into addresses that we send.
bool is_host(std::string_view text);

// True when bytes of a body follow the header: the connection cannot go on after the answer.
bool announces_body(const HeaderOnlyRequest& request);

// The request as the API takes it, without its base_url. `http://host` in front of the path is
// taken off, and so is `base_path`; a path that does not begin with it becomes empty.
api::Request to_api_request(const HeaderOnlyRequest& request, std::string_view base_path = "");

}  // namespace pressoir::http
