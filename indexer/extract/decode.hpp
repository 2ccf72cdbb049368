// The bytes of a page as UTF-8. May be called from any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir::extract {

struct Decoded {
  std::string text;     // UTF-8, NFC, without NUL and without BOM
  std::string charset;  // as which the bytes were read: `utf-8`, `windows-1252`, `utf-16le`…
};

// Reads, in this order of belief: a byte order mark; well-formed UTF-8, whatever is declared;
// `outer_charset` (from an HTTP or WARC header; may be empty); what the page declares in its first
// 4,096 bytes (<meta>, XML declaration); windows-1252. Names of Latin-1 and ASCII mean
// windows-1252, as in browsers. Text that is UTF-8 but for a few bytes has U+FFFD in their place.
// kNotHtml: the bytes are of a binary format. Never fails otherwise.
base::Result<Decoded> decode_utf8(std::string_view bytes, std::string_view outer_charset);

}  // namespace pressoir::extract
