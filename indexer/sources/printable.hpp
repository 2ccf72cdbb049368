// Names of files and keys, written so that a terminal and a report can show them.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::sources {

// `text` with every byte that is not part of printable UTF-8 (control characters, bytes of another
// charset) written as `\x1b`. At most `max_bytes` bytes of `text` are shown, then `…`.
std::string printable(std::string_view text, std::size_t max_bytes = 4096);

}  // namespace pressoir::sources
