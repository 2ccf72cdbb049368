// How the program ends: one table for all of its commands.
#pragma once

#include "indexer/base/error.hpp"

namespace pressoir {

enum class ExitCode { kDone = 0, kFailed = 1, kWrongUse = 2 };

// What a failure of this cause ends with.
constexpr ExitCode exit_code_of(base::Errc cause) noexcept {
  return cause == base::Errc::kBadParameter ? ExitCode::kWrongUse : ExitCode::kFailed;
}

}  // namespace pressoir
