// UTF-8 at the byte level. Every function may be called from any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressoir::base {

// True when every byte belongs to a well-formed sequence (RFC 3629: no surrogate, no overlong form,
// nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text) noexcept;

// The longest prefix of valid UTF-8 `text` of at most `max_bytes` bytes that ends between two
// characters.
std::string_view clip_utf8(std::string_view text, std::size_t max_bytes) noexcept;

}  // namespace pressoir::base
