// Dates as people type them into a form. Pure function, any thread.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/base/date.hpp"

namespace pressoir::query {

// A year, a month or a day in the order of French, or of ISO 8601: `2012`, `12/2012`, `5/12/2012`,
// `5.12.12`, `05-12-2012`, `décembre 2012`, `1er déc. 2012`, `2012-12-5`. A year of two digits is the last
// that has begun. Nothing for anything else.
std::optional<base::Date> read_typed_date(std::string_view text);

}  // namespace pressoir::query
