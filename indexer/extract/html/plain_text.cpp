#include "indexer/extract/html/plain_text.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <functional>

namespace pressoir::extract::html {
namespace {

// Joiners stay: they belong to the letters of some scripts.
bool is_unseen(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c < 0x20 ||
         (c >= 0x7F && c < 0xA0);
}

void append_space(std::string& out) {
  if (out.empty() || out.back() != ' ') out += ' ';
}

constexpr bool is_plain_ascii(char c) {
  return c > ' ' && c < '\x7F';
}

// U+00C0 to U+00FF, which need no table.
constexpr bool starts_latin_letter(std::string_view text) {
  return text.size() > 1 && text[0] == '\xC3' && base::is_utf8_continuation(text[1]);
}

// The end of what stays as it is from `begin` on: words with one space behind each.
std::size_t run_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    if (is_plain_ascii(text[end]) || (text[end] == ' ' && end > begin && text[end - 1] != ' ')) {
      ++end;
    } else if (starts_latin_letter(text.substr(end))) {
      end += 2;
    } else {
      break;
    }
  }
  return end;
}

void append_seen(std::string& out, char32_t character) {
  if (u_isUWhiteSpace(static_cast<UChar32>(character))) {
    append_space(out);
  } else if (!is_unseen(character)) {
    text::append_utf8(character, out);
  }
}

// Nothing below U+0300 decomposes or joins what stands before, and neither do the marks of
// typography (U+2002 to U+203F) and the euro. False when anything else is there.
bool is_composed(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0xCC) continue;
    const std::string_view mark = text.substr(i, 3);
    const bool is_typography = mark.size() == 3 && mark.starts_with("\xE2\x80") &&
                               static_cast<unsigned char>(mark[2]) >= 0x82;
    if (!is_typography && mark != "€") return false;
    i += 2;
  }
  return true;
}

}  // namespace

// Most of a text is runs of words with single spaces, which are copied as they are; only what
// interrupts a run is looked at character by character.
void append_plain(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    i = run_end(text, begin);
    out.append(text, begin, i - begin);
    if (i == text.size()) break;
    if (text[i] == ' ' || text[i] == '\n') {
      append_space(out);
      ++i;
    } else {
      append_seen(out, text::next_character(text, i).value_or(text::kReplacement));
    }
  }
}

// One space at most stands at either end.
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

// The check saves a conversion to UTF-16 and back for nearly every text.
void compose(std::string& text) {
  if (!is_composed(text)) text = text::to_nfc(text);
}

std::size_t count_characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, std::not_fn(base::is_utf8_continuation)));
}

// The words of a slug: folding, and one separator for everything between them.
std::string folded_words(std::string_view text) {
  std::string words = text::slug(text);
  std::ranges::replace(words, '-', ' ');
  return words;
}

}  // namespace pressoir::extract::html
