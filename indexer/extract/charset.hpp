// Names of charsets and where pages declare them. Every function may be called from any thread.
#pragma once

#include <string_view>

namespace pressoir::extract {

// What a page declares in its first 4,096 bytes, as it is written: the XML declaration, `<meta
// charset>`, `<meta http-equiv="Content-Type" content="…; charset=…">`. Empty when it does not.
std::string_view declared_charset(std::string_view bytes) noexcept;

// The charset that a label means in browsers (WHATWG Encoding): `ISO-8859-1`, `latin1` and
// `us-ascii` are `windows-1252`. The result is a name that ICU knows, of static life; empty for a
// label that is not known.
std::string_view charset_from_label(std::string_view label) noexcept;

// The character of a byte in windows-1252; the five bytes without one give the control of that
// number, as in browsers, made U+FFFD.
char32_t windows_1252_character(unsigned char byte) noexcept;

}  // namespace pressoir::extract
