#include "server/http/linger.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstddef>

namespace pressoir::http {
namespace {

namespace net = boost::asio;

constexpr std::size_t kReadBytes = 4096;
constexpr std::size_t kMaxLingerBytes = 256u << 10;

}  // namespace

net::awaitable<void> linger(boost::beast::tcp_stream& stream, std::chrono::milliseconds limit) {
  boost::system::error_code error;
  stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, error);
  if (error) co_return;
  stream.expires_after(limit);
  std::array<char, kReadBytes> ignored;
  std::size_t read_bytes = 0;
  while (read_bytes < kMaxLingerBytes) {
    const auto [failure, bytes] =
        co_await stream.async_read_some(net::buffer(ignored), net::as_tuple(net::use_awaitable));
    if (failure) break;
    read_bytes += bytes;
  }
}

}  // namespace pressoir::http
