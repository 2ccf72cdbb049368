#include "server/http/response_message.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>

namespace pressoir::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;

// `Wed, 05 Dec 2012 10:00:00 GMT` (RFC 9110, section 5.6.7), whatever the locale.
std::string http_date(std::time_t now) {
  static constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                                            "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                     kDays[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                     kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                     utc.tm_min, utc.tm_sec);
}

}  // namespace

beast_http::response<beast_http::string_body> to_message(api::Response response,
                                                         const ResponseForm& form) {
  beast_http::response<beast_http::string_body> message{
      static_cast<beast_http::status>(response.status), form.version};
  message.set(field::date, http_date(std::time(nullptr)));
  message.set(field::server, "Pressoir");
  if (!response.content_type.empty()) message.set(field::content_type, response.content_type);
  for (const api::Header& header : response.headers) message.insert(header.name, header.value);
  message.content_length(response.body.size());
  message.keep_alive(form.keep_alive);
  if (form.with_body) message.body() = std::move(response.body);
  return message;
}

}  // namespace pressoir::http
