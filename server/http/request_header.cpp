#include "server/http/request_header.hpp"

#include <algorithm>
#include <boost/beast/http/error.hpp>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace pressoir::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;
using Kind = app::ProblemKind;

constexpr std::size_t kMaxHostBytes = 255;  // of a DNS name (RFC 1035, section 2.3.4)

app::Problem rejection(Kind kind, std::string detail = {}) {
  return {kind, std::move(detail), {}, ""};
}

// The parser has checked that it is a number; one that does not fit counts as the largest.
std::size_t content_length(const HeaderOnlyRequest& request) {
  const auto text = view(request[field::content_length]);
  std::size_t bytes = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), bytes);
  return error == std::errc::result_out_of_range ? static_cast<std::size_t>(-1) : bytes;
}

// Several Hosts are how caches are poisoned (RFC 9112, section 3.2); HTTP/1.0 has none.
std::optional<app::Problem> check_host(const HeaderOnlyRequest& request) {
  const auto [first, last] = request.equal_range(field::host);
  const auto count = std::distance(first, last);
  if (count > 1 || (count == 0 && request.version() != 10)) {
    return rejection(Kind::kBadRequest, "Host must be given once");
  }
  const auto host = view(request[field::host]);
  if (host.empty() || is_host(host)) return std::nullopt;
  return rejection(Kind::kBadRequest, "Host is not a name or an address");
}

bool is_absolute(std::string_view target) {
  const auto scheme = target.substr(0, target.find("://"));
  return boost::beast::iequals(scheme, "http") || boost::beast::iequals(scheme, "https");
}

// `*` is the address of OPTIONS alone: the whole server.
bool is_servable_target(const HeaderOnlyRequest& request) {
  const auto target = view(request.target());
  if (target == "*") return request.method() == beast_http::verb::options;
  return target.starts_with('/') || is_absolute(target);
}

// True when the request line ends with a well-formed version, as `HTTP/2.0`: 505 rather than 400.
bool names_version(std::string_view unread) {
  const auto line = unread.substr(0, unread.find('\n'));
  if (line.size() < 9 || !line.ends_with('\r')) return false;
  const auto version = line.substr(line.size() - 9, 8);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return version.starts_with("HTTP/") && is_digit(version[5]) && version[6] == '.' &&
         is_digit(version[7]);
}

// Two framings of one body are read differently by proxies and servers. No request here needs a
// body at all.
std::optional<app::Problem> check_body(const HeaderOnlyRequest& request, const Limits& limits) {
  if (request.count(field::transfer_encoding) != 0) {
    return rejection(Kind::kBadRequest, "Transfer-Encoding is not accepted: no request has a body");
  }
  const std::size_t bytes = content_length(request);
  if (bytes > limits.max_body_bytes) return rejection(Kind::kContentTooLarge);
  // A body of GET has no meaning (RFC 9110, section 9.3.1), and caches ignore it.
  const bool reads_only =
      request.method() == beast_http::verb::get || request.method() == beast_http::verb::head;
  if (bytes > 0 && reads_only) return rejection(Kind::kBadRequest, "GET and HEAD take no body");
  return std::nullopt;
}

// A list may be sent in several fields of one name (RFC 9110, section 5.3).
std::string joined_values(const HeaderOnlyRequest& request, field name) {
  std::string list;
  const auto [first, last] = request.equal_range(name);
  for (auto line = first; line != last; ++line) {
    if (!list.empty()) list += ", ";
    list += view(line->value());
  }
  return list;
}

// `path` without `base_path`; empty when it is not below it (`/archives2` is not below
// `/archives`).
std::string_view below(std::string_view base_path, std::string_view path) {
  if (path == "*") return path;
  if (!path.starts_with(base_path)) return "";
  path.remove_prefix(base_path.size());
  if (path.empty()) return "/";
  return path.front() == '/' ? path : "";
}

}  // namespace

std::string_view view(const boost::beast::flat_buffer& buffer) {
  return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

bool begins_request(boost::beast::flat_buffer& buffer) {
  std::string_view bytes = view(buffer);
  // A lone CR may be the first half of another empty line.
  while (bytes.starts_with("\r\n")) bytes.remove_prefix(2);
  buffer.consume(buffer.size() - bytes.size());
  return !bytes.empty() && bytes != "\r";
}

// A state machine of one byte's memory: pieces may end anywhere, also between CR and LF.
bool FoldedLineFinder::finds_in(std::string_view bytes) noexcept {
  for (std::size_t i = 0; i < bytes.size() && at_ != At::kEnd; ++i) {
    const char c = bytes[i];
    if (at_ == At::kLineStart) {
      found_ = found_ || c == ' ' || c == '\t';
      at_ = c == '\r' ? At::kEnd : At::kLine;
    } else if (at_ == At::kReturn && c == '\n') {
      at_ = At::kLineStart;
    } else {
      at_ = c == '\r' ? At::kReturn : At::kLine;
    }
  }
  return found_;
}

RequestReader::RequestReader(std::size_t max_header_bytes) {
  parser_.header_limit(static_cast<std::uint32_t>(max_header_bytes));
}

// Beast's parser alone replaces a fold by a space, as clients may do and servers may not. The
// parser leaves bytes of an incomplete line in the buffer: they have been searched already.
boost::system::error_code RequestReader::read(boost::beast::flat_buffer& buffer) {
  if (folds_.finds_in(view(buffer).substr(seen_bytes_))) {
    return beast_http::make_error_code(beast_http::error::bad_obs_fold);
  }
  boost::system::error_code error;
  buffer.consume(parser_.put(buffer.data(), error));
  seen_bytes_ = buffer.size();
  return error;
}

// Whatever the method: its bytes would be read as the next request.
bool announces_body(const HeaderOnlyRequest& request) {
  return request.count(field::transfer_encoding) != 0 || content_length(request) > 0;
}

std::optional<app::Problem> check_request(const HeaderOnlyRequest& request, const Limits& limits) {
  if (auto problem = check_body(request, limits)) return problem;
  if (auto problem = check_host(request)) return problem;
  const auto expect = request[field::expect];
  if (!expect.empty() && !boost::beast::iequals(expect, "100-continue")) {
    return rejection(Kind::kExpectationFailed);
  }
  const auto target = view(request.target());
  if (target.size() > limits.max_target_bytes) return rejection(Kind::kTargetTooLong);
  if (!is_servable_target(request))
    return rejection(Kind::kBadRequest, "The address is not a path");
  return std::nullopt;
}

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= kMaxHostBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
         });
}

std::optional<app::Problem> problem_of_read(const boost::system::error_code& failure,
                                            const ReadSoFar& so_far) {
  using beast_http::error;
  static const auto& category = beast_http::make_error_code(error::end_of_stream).category();
  if (failure.category() != category) return std::nullopt;
  switch (static_cast<error>(failure.value())) {
    case error::end_of_stream:
    case error::partial_message:
      return std::nullopt;
    // The buffer has room for the longest header and no more: either limit may be met first.
    case error::header_limit:
    case error::buffer_overflow:
      return rejection(so_far.has_target ? Kind::kHeaderTooLarge : Kind::kTargetTooLong);
    case error::body_limit:
      return rejection(Kind::kContentTooLarge);
    case error::bad_version:
      if (names_version(so_far.unread)) return rejection(Kind::kVersionNotSupported);
      return rejection(Kind::kBadRequest, "The request line is malformed");
    case error::bad_obs_fold:
      return rejection(Kind::kBadRequest, "A field must not go on in the next line");
    default:
      return rejection(Kind::kBadRequest, failure.message());
  }
}

app::Request to_request(const HeaderOnlyRequest& request, std::string_view base_path) {
  // Absolute form: proxies send it, and every server must accept it (RFC 9112, section 3.2.2).
  std::string_view target = view(request.target());
  if (!target.starts_with('/') && target != "*") {
    const auto authority = target.find("://") + 3;
    const auto path = target.find_first_of("/?", authority);
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  const auto question = target.find('?');
  app::Request plain;
  plain.method = view(request.method_string());
  plain.path = target.substr(0, question);
  if (plain.path.empty()) plain.path = "/";
  plain.path = below(base_path, plain.path);
  if (question != std::string_view::npos) plain.query = target.substr(question + 1);
  plain.accept = joined_values(request, field::accept);
  plain.accept_encoding = joined_values(request, field::accept_encoding);
  plain.if_none_match = joined_values(request, field::if_none_match);
  plain.if_modified_since = view(request[field::if_modified_since]);
  return plain;
}

}  // namespace pressoir::http
