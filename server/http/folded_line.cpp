#include "server/http/folded_line.hpp"

namespace pressoir::http {

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

}  // namespace pressoir::http
