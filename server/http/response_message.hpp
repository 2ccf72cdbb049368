// Turns a response of the application into the message that Beast writes, with the fields that
// depend on the connection. May be called from any thread.
//
//   auto message = to_message(std::move(response), {.version = 11, .keep_alive = true});
//   co_await beast::http::async_write(stream, message, token);
//
// A message is self-contained: it owns its fields and its body and must live until it is written.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/app/message.hpp"

namespace pressoir::http {

// What the request and the connection determine.
struct ResponseForm {
  unsigned version = 11;  // HTTP version times ten: 10 or 11
  bool keep_alive = false;
  bool with_body = true;  // false for HEAD: Content-Length still gives the body's size
};

// Adds Date, Server, Content-Type, Content-Length and Connection; keeps the response's own fields,
// of which several may have one name. 304 has neither body nor Content-Length: the client's copy
// has a length that is not known here.
boost::beast::http::response<boost::beast::http::string_body> to_message(app::Response response,
                                                                         const ResponseForm& form);

// The head of a streamed response. The body is sent in chunks or, to HTTP/1.0, ended by closing the
// connection; its length is unknown, so that there is no Content-Length.
boost::beast::http::response<boost::beast::http::empty_body> to_stream_head(
    const app::Response& response, const ResponseForm& form);

}  // namespace pressoir::http
