// An api::Response as the message that Beast writes. May be called from any thread.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/api/message.hpp"

namespace pressoir::http {

struct ResponseForm {
  unsigned version = 11;  // 10 or 11
  bool keep_alive = false;
  bool with_body = true;  // false for HEAD: Content-Length still tells the body's size
};

// Adds Date, Server, Content-Type, Content-Length and Connection.
boost::beast::http::response<boost::beast::http::string_body> to_message(api::Response response,
                                                                         const ResponseForm& form);

// The head of a response whose body is a stream: chunked, or, for HTTP/1.0, until the connection
// ends. Never with Content-Length.
boost::beast::http::response<boost::beast::http::empty_body> to_stream_head(
    const api::Response& response, const ResponseForm& form);

}  // namespace pressoir::http
