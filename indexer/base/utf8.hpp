// Text as bytes: the validity of UTF-8 and cuts between its characters, ASCII's letters, digits and
// blanks, lists of words, whole numbers. What needs Unicode (accents, other alphabets, other white
// space) is in indexer/text. Every function may be called from any thread; views that are returned
// are views of the argument's bytes.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pressoir::base {

// True when every byte belongs to a well-formed sequence (RFC 3629: no surrogate, no overlong form,
// nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text) noexcept;

// True for the second and later bytes of a character.
constexpr bool is_utf8_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The longest prefix of valid UTF-8 `text` of at most `max_bytes` bytes that ends between two
// characters: `clip_utf8("été", 4)` is `ét`, and so is `clip_utf8("été", 3)`.
std::string_view clip_utf8(std::string_view text, std::size_t max_bytes) noexcept;

// ASCII only: the bytes of other characters are neither letters nor digits, and stay as they are.
// Not <cctype>, whose functions depend on the locale and take no negative char.
constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr char lower_ascii(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr bool is_ascii_letter(char c) noexcept {
  return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z';
}

// `text` without spaces, tabs and line ends at its ends.
std::string_view trim(std::string_view text) noexcept;

// `text` as one line: control characters become spaces, runs of spaces one space, and none is left
// at the ends. For formats in which a line end or a control character ends a record.
std::string one_line(std::string_view text);

// The part of `text` before the first of the bytes `separators`, all of it when there is none; it
// and the separator are taken off `text`. Fields of a line, items of a list:
//
//   while (!list.empty()) add(take_until(list, ",;"));  // `a,,b;` gives `a`, ``, `b`
std::string_view take_until(std::string_view& text, std::string_view separators) noexcept;

// A table of words. Compared byte by byte: fold both sides first where case must not matter.
using WordList = std::span<const std::string_view>;

bool is_one_of(std::string_view word, WordList words) noexcept;
bool starts_with_one_of(std::string_view text, WordList starts) noexcept;
bool contains_one_of(std::string_view text, WordList parts) noexcept;

// The value of `text` when all of it is one decimal number that `Number` can have; nothing for
// signs other than `-`, blanks, other text and overflow.
template <typename Number>
std::optional<Number> parse_number(std::string_view text) noexcept {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

}  // namespace pressoir::base
