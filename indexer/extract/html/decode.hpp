// The bytes of a page as UTF-8, and the charsets that pages name. Every function may be called from
// any thread.
//
// Many old pages declare a charset that they are not in, or none. The order in which this is
// decided is that of RULES.md; it differs from browsers in one point, that bytes which are valid
// UTF-8 are UTF-8 whatever is declared.
#pragma once

#include "indexer/base/error.hpp"

#include <string>
#include <string_view>

namespace pressoir::extract::html {

// What a page declares before its body, in its first 64 KiB, as it is written: the XML declaration,
// `<meta charset>`, `<meta http-equiv="Content-Type" content="…; charset=…">`. Empty when it does
// not.
std::string_view declared_charset(std::string_view bytes) noexcept;

// The charset that a label means in browsers (WHATWG Encoding): `ISO-8859-1`, `latin1` and
// `us-ascii` are `windows-1252`. The result is a name that ICU knows, of static life; empty for a
// label that is not known.
std::string_view charset_from_label(std::string_view label) noexcept;

// The character of a byte in windows-1252; the five bytes without one give the control of that
// number, as in browsers, made U+FFFD.
char32_t windows_1252_character(unsigned char byte) noexcept;

struct Decoded {
  std::string text;     // UTF-8, NFC, without NUL and without BOM
  std::string charset;  // as which the bytes were read: `utf-8`, `windows-1252`, `utf-16le`…
};

// Reads, in this order of belief: a byte order mark; well-formed UTF-8, whatever is declared;
// `outer_charset` (from an HTTP or WARC header; may be empty); what the page declares
// (declared_charset); windows-1252. Names of Latin-1 and ASCII mean windows-1252, as in browsers.
// Text that is UTF-8 but for a few bytes has U+FFFD in their place; what was encoded twice is as it
// was meant (double_encoding.hpp).
// kNotHtml: the bytes are of a binary format. Never fails otherwise.
base::Result<Decoded> decode_utf8(std::string_view bytes, std::string_view outer_charset);

}  // namespace pressoir::extract::html
