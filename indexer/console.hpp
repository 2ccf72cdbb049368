// What the commands of pressoir-index end with, and the standard output and standard error that
// they share. Used by one thread at a time.
#pragma once

#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir {

// How the program ends: one table for all of its commands.
enum class ExitCode { kDone = 0, kFailed = 1, kWrongUse = 2 };

// What a failure of this cause ends with.
constexpr ExitCode exit_code_of(base::Errc cause) noexcept {
  return cause == base::Errc::kBadParameter ? ExitCode::kWrongUse : ExitCode::kFailed;
}

// Writes `pressoir-index: ` + message as one line on standard error.
void complain(std::string_view message);

// The same for an error; returns what the program ends with because of it.
ExitCode fail(const base::Error& error);

// Writes to standard output, which is buffered. False when it cannot be written any more.
bool print(std::string_view text);

// Writes what is buffered. kDone, or kFailed after a complaint when standard output could not take
// everything (a full disk, a reader that went away).
ExitCode finish_output();

}  // namespace pressoir
