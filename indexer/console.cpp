#include "indexer/console.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace pressoir {

// In one write, so that lines of several processes in one log stay whole.
void complain(std::string_view message) {
  const std::string line = "pressoir-index: " + std::string(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

ExitCode fail(const base::Error& error) {
  complain(error.message);
  return exit_code_of(error.code);
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

// Looks at the error mark of the stream as well as at the flush: a write in between may have failed
// and the next one not. Without an errno of the flush the reader of a pipe has gone.
ExitCode finish_output() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return ExitCode::kDone;
  const int number = errno != 0 ? errno : EPIPE;
  complain("standard output cannot be written: " + std::generic_category().message(number));
  return ExitCode::kFailed;
}

}  // namespace pressoir
