// Content codings: gzip (RFC 1952) and brotli (RFC 7932). Pure functions any thread; an Encoder is
// used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/api/message.hpp"

namespace pressoir::http {

enum class Coding { kIdentity, kGzip, kBrotli };

// `identity`, `gzip`, `br`.
std::string_view to_string(Coding coding) noexcept;

// The coding that Accept-Encoding gives the highest quality; of equals the one that makes the
// shortest body. kIdentity when none is acceptable: an answer is more use than none.
Coding choose_coding(std::string_view accept_encoding) noexcept;

// Encodes a body piece by piece, with some 300 KB of memory.
class Encoder {
 public:
  explicit Encoder(Coding coding);
  ~Encoder();
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;

  // What is to be sent for `piece`: with what was sent before, all of it can be decoded. With
  // `is_last` the body ends.
  std::string encode(std::string_view piece, bool is_last);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `response` in the coding that the request prefers, with Content-Encoding and Vary. Left as they
// are: bodies under 1 KB, and types that are compressed already.
api::Response in_preferred_coding(const api::Request& request, api::Response response);

}  // namespace pressoir::http
