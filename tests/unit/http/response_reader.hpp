// Reads what a server sent as strictly as RFC 9112 defines it. Pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::http {

struct ReadResponse {
  int status = 0;
  std::string head;
  std::string body;  // chunks put together
};

// All of the responses to GET in `bytes`; nothing when they are not well formed: a status line, a
// field, the length or the chunking breaks the rules, or bytes are left over. Both Content-Length
// and Transfer-Encoding break them, and so does a body that neither of them bounds.
std::optional<std::vector<ReadResponse>> read_responses(std::string_view bytes);

}  // namespace pressoir::http
