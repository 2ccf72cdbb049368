#include "server/http/response_message.hpp"

#include <ctime>
#include <utility>

#include "server/app/header_fields.hpp"

namespace pressoir::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;

// insert, not set: a response may have several fields of one name.
template <typename Message>
void set_fields(Message& message, const app::Response& response) {
  message.set(field::date, app::to_http_date(std::time(nullptr)));
  message.set(field::server, "Pressoir");
  if (!response.content_type.empty()) message.set(field::content_type, response.content_type);
  for (const app::Header& header : response.headers) message.insert(header.name, header.value);
}

}  // namespace

beast_http::response<beast_http::string_body> to_message(app::Response response,
                                                         const ResponseForm& form) {
  beast_http::response<beast_http::string_body> message{
      static_cast<beast_http::status>(response.status), form.version};
  set_fields(message, response);
  // 304 has no body, and the length of the response that it confirms is not known here.
  if (response.status != 304) message.content_length(response.body.size());
  message.keep_alive(form.keep_alive);
  if (form.with_body) message.body() = std::move(response.body);
  return message;
}

beast_http::response<beast_http::empty_body> to_stream_head(const app::Response& response,
                                                            const ResponseForm& form) {
  beast_http::response<beast_http::empty_body> message{
      static_cast<beast_http::status>(response.status), form.version};
  set_fields(message, response);
  // HTTP/1.0 knows no chunks: the end of the connection ends the body.
  if (form.version == 11) message.chunked(true);
  message.keep_alive(form.keep_alive && form.version == 11);
  return message;
}

}  // namespace pressoir::http
