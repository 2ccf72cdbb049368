// Characters of UTF-8, one by one. Every function may be called from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressoir::extract {

// The character of `text` at byte `position`, which must be within it and is moved behind the
// character; nothing, and at least one byte further, where the bytes are not UTF-8.
std::optional<char32_t> next_character(std::string_view text, std::size_t& position) noexcept;

void append_character(std::string& out, char32_t character);

}  // namespace pressoir::extract
