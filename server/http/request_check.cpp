#include "server/http/request_check.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <charconv>
#include <iterator>

namespace pressoir::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;
using Kind = api::ProblemKind;

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

api::Problem refusal(Kind kind, std::string detail = {}) {
  return {kind, std::move(detail), {}, ""};
}

// The parser has checked that the number is one; what does not fit counts as the largest.
std::size_t content_length(const HeaderOnlyRequest& request) {
  const auto text = view(request[field::content_length]);
  std::size_t bytes = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), bytes);
  return error == std::errc::result_out_of_range ? static_cast<std::size_t>(-1) : bytes;
}

bool has_one_host(const HeaderOnlyRequest& request) {
  const auto [first, last] = request.equal_range(field::host);
  const auto count = std::distance(first, last);
  return count == 1 || (count == 0 && request.version() == 10);
}

// `*` is the address of OPTIONS alone, and names nothing here.
bool is_servable_target(std::string_view target) {
  return target.starts_with('/') || target.starts_with("http://") || target.starts_with("https://");
}

std::optional<api::Problem> check_body(const HeaderOnlyRequest& request, const Limits& limits) {
  if (request.count(field::transfer_encoding) != 0) {
    return refusal(Kind::kBadRequest, "Transfer-Encoding is not accepted: no request has a body");
  }
  const std::size_t bytes = content_length(request);
  if (bytes > limits.max_body_bytes) return refusal(Kind::kContentTooLarge);
  const bool reads_only =
      request.method() == beast_http::verb::get || request.method() == beast_http::verb::head;
  if (bytes > 0 && reads_only) return refusal(Kind::kBadRequest, "GET and HEAD take no body");
  return std::nullopt;
}

// A list may be sent in several lines (RFC 9110, section 5.3).
std::string joined_values(const HeaderOnlyRequest& request, field name) {
  std::string list;
  const auto [first, last] = request.equal_range(name);
  for (auto line = first; line != last; ++line) {
    if (!list.empty()) list += ", ";
    list += view(line->value());
  }
  return list;
}

std::string_view below(std::string_view base_path, std::string_view path) {
  if (!path.starts_with(base_path)) return "";
  path.remove_prefix(base_path.size());
  if (path.empty()) return "/";
  return path.front() == '/' ? path : "";
}

}  // namespace

bool announces_body(const HeaderOnlyRequest& request) {
  return request.count(field::transfer_encoding) != 0 || content_length(request) > 0;
}

std::optional<api::Problem> check_request(const HeaderOnlyRequest& request, const Limits& limits) {
  if (auto problem = check_body(request, limits)) return problem;
  if (!has_one_host(request)) return refusal(Kind::kBadRequest, "Host must be given once");
  const auto expect = request[field::expect];
  if (!expect.empty() && !boost::beast::iequals(expect, "100-continue")) {
    return refusal(Kind::kExpectationFailed);
  }
  const auto target = view(request.target());
  if (target.size() > limits.max_target_bytes) return refusal(Kind::kTargetTooLong);
  if (!is_servable_target(target)) return refusal(Kind::kBadRequest, "The address is not a path");
  return std::nullopt;
}

std::optional<api::Problem> problem_of_read(const boost::system::error_code& failure,
                                            bool has_target) {
  using beast_http::error;
  static const auto& category = beast_http::make_error_code(error::end_of_stream).category();
  if (failure.category() != category) return std::nullopt;
  switch (static_cast<error>(failure.value())) {
    case error::end_of_stream:
    case error::partial_message:
      return std::nullopt;
    case error::header_limit:
    case error::buffer_overflow:
      return refusal(has_target ? Kind::kHeaderTooLarge : Kind::kTargetTooLong);
    case error::bad_version:
      return refusal(Kind::kVersionNotSupported);
    default:
      return refusal(Kind::kBadRequest, failure.message());
  }
}

api::Request to_api_request(const HeaderOnlyRequest& request, std::string_view base_path) {
  std::string_view target = view(request.target());
  if (!target.starts_with('/')) {
    const auto authority = target.find("://") + 3;
    const auto path = target.find_first_of("/?", authority);
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  const auto question = target.find('?');
  api::Request plain;
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
