#include "server/http/listen_address.hpp"

#include <fmt/format.h>

#include <boost/asio/ip/address.hpp>
#include <charconv>

namespace pressoir::http {
namespace {

base::Error bad_address(std::string_view text, std::string_view why) {
  return {
      base::Errc::kBadConfig,
      fmt::format("cannot listen on \"{}\": {}; write 127.0.0.1:8080 or [::1]:8080", text, why)};
}

}  // namespace

base::Result<ListenAddress> parse_listen_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return bad_address(text, "it has no port");
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);

  ListenAddress address;
  const auto [end, fault] = std::from_chars(digits.begin(), digits.end(), address.port);
  if (digits.empty() || fault != std::errc{} || end != digits.end()) {
    return bad_address(text, "the port is not a number from 0 to 65535");
  }
  const bool bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
  if (bracketed) host = host.substr(1, host.size() - 2);
  address.host = host == "localhost" ? "127.0.0.1" : std::string(host);

  boost::system::error_code error;
  const auto ip = boost::asio::ip::make_address(address.host, error);
  if (error) return bad_address(text, "the host is not a numeric address");
  if (ip.is_v6() != bracketed) return bad_address(text, "an IPv6 address stands in brackets");
  return address;
}

std::string to_url(const ListenAddress& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  return v6 ? fmt::format("http://[{}]:{}/", address.host, address.port)
            : fmt::format("http://{}:{}/", address.host, address.port);
}

}  // namespace pressoir::http
