#include "indexer/extract/characters.hpp"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace pressoir::extract {

// The depth of ICU's macros is not ours. NOLINTNEXTLINE(readability-function-size)
std::optional<char32_t> next_character(std::string_view text, std::size_t& position) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  UChar32 character = 0;
  U8_NEXT(bytes, position, size, character);
  if (character < 0) return std::nullopt;
  return static_cast<char32_t>(character);
}

// NOLINTNEXTLINE(readability-function-size)
void append_character(std::string& out, char32_t character) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, character);
  out.append(reinterpret_cast<const char*>(bytes.data()), size);
}

}  // namespace pressoir::extract
