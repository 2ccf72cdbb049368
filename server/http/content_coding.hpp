// Compression of responses (content codings): gzip (RFC 1952) and brotli (RFC 7932), of whole
// bodies and of streams. Runs on the workers for searches, on the io thread for short answers.
// Functions may be called from any thread; an Encoder is used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/app/message.hpp"

namespace pressoir::http {

enum class Coding { kIdentity, kGzip, kBrotli };

// `identity`, `gzip`, `br`.
std::string_view to_string(Coding coding) noexcept;

// The coding with the highest quality in Accept-Encoding; of equals the one that compresses best.
// kIdentity when none is acceptable: an uncompressed answer is more useful than an error.
Coding choose_coding(std::string_view accept_encoding) noexcept;

// Encodes one body piece by piece, with some 300 KB of memory.
class Encoder {
 public:
  explicit Encoder(Coding coding);
  ~Encoder();
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;

  // The bytes to send for `piece`. They are flushed: the client can decode all of it at once. With
  // `is_last` the coding ends too.
  std::string encode(std::string_view piece, bool is_last);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `response` in the coding that the request prefers, with Content-Encoding and Vary. Unchanged are
// bodies under 1 KB, which would gain less than a packet, and types that are compressed already.
app::Response in_preferred_coding(const app::Request& request, app::Response response);

}  // namespace pressoir::http
