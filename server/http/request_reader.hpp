// Parses the header of one request from bytes as they arrive. Beast's parser does the work; this
// file adds what RFC 9112 asks of a server and the parser does not do: skipping empty lines before
// a request, and rejecting folded fields. Used by one thread at a time.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <string_view>

#include "server/http/request_check.hpp"

namespace pressoir::http {

// Removes empty lines from the front of `buffer`: a server skips them before a request (RFC 9112,
// section 2.2). True when the first byte of a request is in the buffer.
bool begins_request(boost::beast::flat_buffer& buffer);

// The bytes of `buffer`, valid until it changes.
std::string_view view(const boost::beast::flat_buffer& buffer);

// Finds a field that continues in the next line (obs-fold, RFC 9112, section 5.2). Servers and
// proxies read such fields in different ways, which allows request smuggling, so that the request
// is rejected.
class FoldedLineFinder {
 public:
  // Takes the next bytes of a request, in any pieces, each byte once. True when a line of its
  // header, which ends with the first empty line, begins with a blank or a tab.
  bool finds_in(std::string_view bytes) noexcept;

 private:
  enum class At { kLine, kReturn, kLineStart, kEnd } at_ = At::kLineStart;
  bool found_ = false;
};

// One for each request.
class RequestReader {
 public:
  // A header of more bytes is Beast's error header_limit.
  explicit RequestReader(std::size_t max_header_bytes);

  // Consumes what it can from the front of `buffer`, to which bytes may only have been appended
  // since the last call. Beast's error need_more: call again with more bytes; no error: the header
  // is complete, and the buffer begins with what follows it; any other: see problem_of_read().
  boost::system::error_code read(boost::beast::flat_buffer& buffer);

  // What has been parsed so far, in part or whole.
  const HeaderOnlyRequest& request() const { return parser_.get(); }

 private:
  boost::beast::http::request_parser<boost::beast::http::empty_body> parser_;
  FoldedLineFinder folds_;
  // Bytes at the front of the buffer that folds_ has seen.
  std::size_t seen_bytes_ = 0;
};

}  // namespace pressoir::http
