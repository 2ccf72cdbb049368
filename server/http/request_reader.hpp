// Reads the header of one request out of bytes as they come. Used by one thread at a time.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <string_view>

#include "server/http/folded_line.hpp"
#include "server/http/request_check.hpp"

namespace pressoir::http {

// Takes empty lines off the front, which are passed over before a request (RFC 9112, section 2.2).
// True when the first byte of a request is there.
bool begins_request(boost::beast::flat_buffer& buffer);

std::string_view view(const boost::beast::flat_buffer& buffer);

class RequestReader {
 public:
  // More bytes of header than that are Beast's error header_limit.
  explicit RequestReader(std::size_t max_header_bytes);

  // Takes what it can off the front of `buffer`, to which bytes may only have been added since the
  // last call. Beast's error need_more: call again when there are more; no error: the header is
  // whole, and what is left in the buffer stands behind it; any other: see problem_of_read().
  boost::system::error_code read(boost::beast::flat_buffer& buffer);

  // What was read, in part or whole.
  const HeaderOnlyRequest& request() const { return parser_.get(); }

 private:
  boost::beast::http::request_parser<boost::beast::http::empty_body> parser_;
  FoldedLineFinder folds_;
  std::size_t seen_bytes_ = 0;  // at the front of the buffer, that folds_ has had
};

}  // namespace pressoir::http
