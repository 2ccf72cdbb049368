// Any bytes as a request, from the socket to the parameters of its route: it is read in the same
// way however its bytes are cut; what is accepted has one framing and one host; what is decoded of
// it is UTF-8; what is logged of it is one line. The first byte says where it is cut.
#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/base/utf8.hpp"
#include "server/app/handlers.hpp"
#include "server/app/header_fields.hpp"
#include "server/app/problem.hpp"
#include "server/app/search_request.hpp"
#include "server/http/client_identity.hpp"
#include "server/http/log_lines.hpp"
#include "server/http/request_header.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using pressoir::base::is_valid_utf8;
using pressoir::fuzz::require;
using namespace pressoir::http;
namespace app = pressoir::app;
namespace beast_http = boost::beast::http;

constexpr std::size_t kMaxHeaderBytes = 2048;

struct Reading {
  RequestReader reader{kMaxHeaderBytes};
  boost::beast::flat_buffer buffer;
  bool has_begun = false;
  boost::system::error_code error = beast_http::make_error_code(beast_http::error::need_more);

  void take(std::string_view bytes) {
    const auto room = buffer.prepare(bytes.size());
    boost::asio::buffer_copy(room, boost::asio::buffer(bytes.data(), bytes.size()));
    buffer.commit(bytes.size());
    has_begun = has_begun || begins_request(buffer);
    if (has_begun) error = reader.read(buffer);
  }
};

bool is_printable(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

void check_framing(const HeaderOnlyRequest& header, std::string_view consumed) {
  require(header.version() == 10 || header.version() == 11, "the version is one of ours");
  require(header.count(beast_http::field::transfer_encoding) == 0, "no coding frames the body");
  require(header.count(beast_http::field::host) <= 1, "there is one host at most");
  require(header.version() == 10 || header.count(beast_http::field::host) == 1, "there is a host");
  const auto [first, last] = header.equal_range(beast_http::field::content_length);
  for (auto length = first; length != last; ++length) {
    require(length->value() == first->value(), "there is one length");
  }
  const bool reads_only = header.method_string() == "GET" || header.method_string() == "HEAD";
  require(!reads_only || !announces_body(header), "GET and HEAD have no body");
  require(consumed.find("\r\n\r\n") == consumed.size() - 4, "the header ends where it ends");
  require(consumed.find("\r\n ") == std::string_view::npos, "no line is folded by a blank");
  require(consumed.find("\r\n\t") == std::string_view::npos, "no line is folded by a tab");
}

void check_parameters(const app::Request& request) {
  bool has_names = true;  // that could be decoded: others are kept as written
  for (const app::QueryPair& pair : app::split_query_string(request.query)) {
    has_names = has_names && is_valid_utf8(pair.name) && pair.name.find('%') == std::string::npos;
    require(is_valid_utf8(pair.value), "values are UTF-8");
    require(pair.fault.empty() || pair.value.empty(), "a faulty value is empty");
  }
  const std::string canonical = app::canonical_query(request.query);
  require(!has_names || app::canonical_query(canonical) == canonical,
          "the canonical query stays as it is");
  app::Request routed = request;
  app::find_route(routed);
  if (routed.route == nullptr) return;
  require(is_valid_utf8(routed.argument), "the argument is UTF-8");
  if (routed.route->parameters == nullptr) return;
  const auto table = routed.route->parameters();
  const auto parsed = app::parse_parameters(table, app::split_query_string(request.query));
  for (const app::Parameter& parameter : table) {
    for (const std::string& value : parsed.values.all(parameter.name)) {
      require(is_valid_utf8(value), "parameters are UTF-8");
    }
  }
  require(parsed.errors.size() <= 20, "errors are few");
}

void check_told(const HeaderOnlyRequest& header, const app::Request& request) {
  require(is_printable(access_log_line({"::1", request, "", 200, 0, {}}, true)), "a line is one");
  require(is_printable(access_log_members({"::1", request, "", 200, 0, {}}, true)),
          "an object is on one line");
  const auto problem =
      app::problem_response({app::ProblemKind::kNotFound, "", {}, ""}, request.path);
  require(is_valid_utf8(problem.body), "a problem is UTF-8");
  static const Networks everybody = *Networks::parse({"0.0.0.0/0", "::/0"});
  const auto client =
      identify_client(boost::asio::ip::make_address("127.0.0.1"), header, everybody);
  require(client.base_url.find_first_of("\"'<> \r\n") == std::string::npos,
          "the address of the server is one");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t cut = std::min<std::size_t>(data[0], bytes.size());
  Reading whole;
  whole.take(bytes);
  Reading parts;
  parts.take(bytes.substr(0, cut));
  if (parts.error == beast_http::error::need_more) {
    parts.take(bytes.substr(cut));
    // Not the same error: what comes in parts may be waited for where the whole is refused.
    require(parts.error.failed() == whole.error.failed(),
            "the reading does not depend on where bytes are cut");
  }
  const HeaderOnlyRequest& header = whole.reader.request();
  if (whole.error || header.method_string().empty()) return 0;
  const auto start = bytes.find_first_not_of("\r\n");
  const std::string_view consumed =
      bytes.substr(start, bytes.size() - start - view(whole.buffer).size());
  const app::Request request = to_request(header, "");
  check_told(header, request);
  if (check_request(header, Limits{})) return 0;
  check_framing(header, consumed);
  require(request.path == "*" || request.path.starts_with('/'), "a path begins with /");
  check_parameters(request);
  static_cast<void>(app::parse_search_request(request.query));
  return 0;
}
