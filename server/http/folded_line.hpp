// Finds a field that goes on in the next line (obs-fold, RFC 9112, section 5.2): old, and read in
// different ways by different servers, so that it is refused. Used by one thread at a time.
#pragma once

#include <string_view>

namespace pressoir::http {

class FoldedLineFinder {
 public:
  // Takes the next bytes of a request, in any pieces, each byte once. True when a line of its
  // header, which ends with the first empty line, begins with a blank or a tab.
  bool finds_in(std::string_view bytes) noexcept;

 private:
  enum class At { kLine, kReturn, kLineStart, kEnd } at_ = At::kLineStart;
  bool found_ = false;
};

}  // namespace pressoir::http
