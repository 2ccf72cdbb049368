#include "indexer/base/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace pressoir::base {
namespace {

// Bytes of the well-formed sequence that starts at `p`, 0 when there is none (table 3-7 of the
// Unicode Standard).
std::size_t sequence_size(const unsigned char* p, std::size_t left) noexcept {
  const unsigned char lead = p[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (left < size) return 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (p[1] < low || p[1] > high) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if (!is_utf8_continuation(static_cast<char>(p[i]))) return 0;
  }
  return size;
}

}  // namespace

// Pages are mostly ASCII: eight bytes are tested at once as long as none has its high bit set.
bool is_valid_utf8(std::string_view text) noexcept {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t left = text.size();
  while (left > 0) {
    std::uint64_t eight = 0;
    while (left >= 8 && (std::memcpy(&eight, p, 8), (eight & 0x8080808080808080u) == 0)) {
      p += 8;
      left -= 8;
    }
    if (left == 0) break;
    const std::size_t size = sequence_size(p, left);
    if (size == 0) return false;
    p += size;
    left -= size;
  }
  return true;
}

std::string_view clip_utf8(std::string_view text, std::size_t max_bytes) noexcept {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && is_utf8_continuation(text[end])) --end;
  return text.substr(0, end);
}

std::string_view trim(std::string_view text) noexcept {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// Bytes, not characters: no byte of a longer UTF-8 sequence is below 0x80.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
    if (!is_blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string_view take_until(std::string_view& text, std::string_view separators) noexcept {
  const std::size_t end = std::min(text.find_first_of(separators), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

// Tables have a few dozen words, most of them of other lengths than what is looked for: a loop is
// faster than hashing the word.
bool is_one_of(std::string_view word, WordList words) noexcept {
  return std::ranges::find(words, word) != words.end();
}

bool starts_with_one_of(std::string_view text, WordList starts) noexcept {
  return std::ranges::any_of(starts, [text](auto start) { return text.starts_with(start); });
}

bool contains_one_of(std::string_view text, WordList parts) noexcept {
  return std::ranges::any_of(parts, [text](auto part) { return text.find(part) != text.npos; });
}

}  // namespace pressoir::base
