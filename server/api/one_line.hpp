// What an archive holds, for formats in which a line is a record. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::api {

// `text` with control characters as spaces, runs of spaces as one, and none at the ends.
std::string one_line(std::string_view text);

}  // namespace pressoir::api
