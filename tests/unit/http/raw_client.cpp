#include "tests/unit/http/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace pressoir::http {
namespace {

constexpr std::string_view kEndOfHead = "\r\n\r\n";

std::size_t content_length(std::string_view head) {
  const std::string text = header_of(head, "Content-Length");
  std::size_t bytes = 0;
  std::from_chars(text.data(), text.data() + text.size(), bytes);
  return bytes;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    const int cause = errno;
    ::close(socket_);
    throw std::system_error(cause, std::generic_category(), "connect");
  }
}

RawClient::~RawClient() {
  ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawClient::finish() {
  ::shutdown(socket_, SHUT_WR);
}

void RawClient::reset_at_end() {
  const linger at_once{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

bool RawClient::read_more(Deadline deadline) {
  if (closed_) return false;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      deadline - std::chrono::steady_clock::now());
  pollfd readable{socket_, POLLIN, 0};
  if (left.count() < 0 || ::poll(&readable, 1, static_cast<int>(left.count())) <= 0) return false;
  std::array<char, 16384> bytes;
  const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (count <= 0) closed_ = true;
  if (count > 0) received_.append(bytes.data(), static_cast<std::size_t>(count));
  return count > 0;
}

std::string RawClient::receive_head(std::chrono::milliseconds timeout) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  while (received_.find(kEndOfHead) == std::string::npos) {
    if (!read_more(deadline)) return std::exchange(received_, "");
  }
  const auto size = received_.find(kEndOfHead) + kEndOfHead.size();
  std::string head = received_.substr(0, size);
  received_.erase(0, size);
  return head;
}

std::string RawClient::receive_response(std::chrono::milliseconds timeout) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  std::string response = receive_head(timeout);
  const std::size_t bytes = content_length(response);
  while (received_.size() < bytes && read_more(deadline)) {
  }
  const std::size_t size = std::min(bytes, received_.size());
  response += received_.substr(0, size);
  received_.erase(0, size);
  return response;
}

std::string RawClient::receive_all(std::chrono::milliseconds timeout) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  while (read_more(deadline)) {
  }
  return std::exchange(received_, "");
}

bool RawClient::is_closed_within(std::chrono::milliseconds timeout) {
  return receive_all(timeout).empty() && closed_;
}

std::string header_of(std::string_view response, std::string_view name) {
  const std::string start = "\r\n" + std::string(name) + ": ";
  const auto head = response.substr(0, response.find(kEndOfHead));
  const auto found = head.find(start);
  if (found == std::string_view::npos) return "";
  const auto value = head.substr(found + start.size());
  return std::string(value.substr(0, value.find("\r\n")));
}

int status_of(std::string_view response) {
  int status = 0;
  if (!response.starts_with("HTTP/1.") || response.size() < 12) return 0;
  std::from_chars(response.data() + 9, response.data() + 12, status);
  return status;
}

std::string body_of(std::string_view response) {
  const auto end = response.find(kEndOfHead);
  return end == std::string_view::npos ? "" : std::string(response.substr(end + kEndOfHead.size()));
}

}  // namespace pressoir::http
