#include "indexer/extract/plain_text.hpp"

#include "indexer/extract/characters.hpp"
#include "indexer/text/analyzer.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace pressoir::extract {
namespace {

// Joiners stay: they belong to the letters of some scripts.
bool is_unseen(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c < 0x20 ||
         (c >= 0x7F && c < 0xA0);
}

void append_space(std::string& out) {
  if (out.empty() || out.back() != ' ') out += ' ';
}

void append_seen(std::string& out, char32_t character) {
  if (u_isUWhiteSpace(static_cast<UChar32>(character))) {
    append_space(out);
  } else if (!is_unseen(character)) {
    append_character(out, character);
  }
}

}  // namespace

void append_plain(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] > ' ' && text[i] < '\x7F') {
      out += text[i++];
    } else {
      append_seen(out, next_character(text, i).value_or(U'\uFFFD'));
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
