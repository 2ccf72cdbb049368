#include "server/http/request_reader.hpp"

#include <boost/beast/http/error.hpp>
#include <cstdint>

namespace pressoir::http {

namespace beast_http = boost::beast::http;

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

}  // namespace pressoir::http
