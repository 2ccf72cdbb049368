#include "indexer/extract/plain_text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>

#include "indexer/text/analyzer.hpp"

namespace pressoir::extract {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

// Joiners stay: they belong to the letters of some scripts.
bool is_unseen(UChar32 c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c < 0x20 && c >= 0) ||
         (c >= 0x7F && c < 0xA0);
}

void append_space(std::string& out) {
  if (out.empty() || out.back() != ' ') out += ' ';
}

}  // namespace

void append_plain(std::string& out, std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < length;) {
    const std::int64_t begin = i;
    UChar32 c = bytes[i];
    if (c > 0x20 && c < 0x7F) {
      out += static_cast<char>(c);
      ++i;
      continue;
    }
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (u_isUWhiteSpace(c)) {
      append_space(out);
    } else if (c == kReplacement) {
      out += "\xEF\xBF\xBD";
    } else if (!is_unseen(c)) {
      out.append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    }
  }
}

void trim_plain(std::string& text) {
  if (text.ends_with(' ')) text.pop_back();
  if (text.starts_with(' ')) text.erase(0, 1);
}

std::string plain(std::string_view text) {
  std::string out;
  append_plain(out, text);
  trim_plain(out);
  return out;
}

std::size_t count_characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string folded_words(std::string_view text) {
  std::string words = text::slug(text);
  std::ranges::replace(words, '-', ' ');
  return words;
}

}  // namespace pressoir::extract
