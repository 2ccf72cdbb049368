#include "indexer/base/error.hpp"

#include <array>
#include <stdexcept>

namespace pressoir::base {

// In the order of Errc. The names are part of reports and metrics: operators search for them.
constexpr auto kErrcNames = std::to_array<std::string_view>(
    {"unreadable",        "too_large",     "too_deep",     "too_many_tags",  "too_many_attributes",
     "too_many_entities", "too_slow",      "empty",        "not_html",       "bad_record",
     "unknown_key",       "not_found",     "not_an_index", "index_mismatch", "index_locked",
     "index_corrupt",     "index_changed", "no_space",     "unavailable",    "bad_parameter",
     "bad_query",         "busy",          "timeout",      "address_in_use", "bad_config",
     "internal"});
static_assert(kErrcNames.size() == static_cast<std::size_t>(Errc::kInternal) + 1);

std::string_view to_string(Errc code) noexcept {
  return kErrcNames[static_cast<std::size_t>(code)];
}

void throw_exception_from_error(const Error& error, const boost::source_location&) {
  // Reached when a Result is read without a look whether it has a value: a defect of the program.
  throw std::logic_error(error.message);
}

}  // namespace pressoir::base
