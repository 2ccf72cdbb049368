// UTF-8 at the byte level: validity, cutting, and blanks. Blanks here are ASCII's alone;
// indexer/text knows Unicode's. Every function may be called from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressoir::base {

// True when every byte belongs to a well-formed sequence (RFC 3629: no surrogate, no overlong form,
// nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text) noexcept;

// The longest prefix of valid UTF-8 `text` of at most `max_bytes` bytes that ends between two
// characters.
std::string_view clip_utf8(std::string_view text, std::size_t max_bytes) noexcept;

// `text` without spaces, tabs and line ends at its ends; a view of the same bytes.
std::string_view trim(std::string_view text) noexcept;

// `text` as one line: control characters become spaces, runs of spaces one space, and none is left
// at the ends. For formats in which a line end or a control character ends a record.
std::string one_line(std::string_view text);

}  // namespace pressoir::base
