// Standard output and standard error of the program.
#pragma once

#include <string_view>

#include "indexer/exit_code.hpp"

namespace pressoir {

// Writes `pressoir-index: ` + message as one line on standard error.
void complain(std::string_view message);

// The same for an error, and what the program ends with on its account.
ExitCode fail(const base::Error& error);

// Writes to standard output, which is buffered. False when it cannot be written any more.
bool print(std::string_view text);

// Writes what is buffered. kDone, or kFailed when standard output could not take everything (a
// full disk, a reader that went away), which has then been said.
ExitCode finish_output();

}  // namespace pressoir
