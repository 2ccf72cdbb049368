#include "indexer/extract/html/double_encoding.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/html/decode.hpp"
#include "indexer/text/fold.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace pressoir::extract::html {
namespace {

// What one character became.
struct Sequence {
  char32_t character = 0;
  std::size_t end = 0;      // after it in the text
  bool is_evident = false;  // means nothing else
};

// The byte of a character in windows-1252, controls as their own numbers; nothing beyond it.
std::optional<unsigned char> byte_of(char32_t character) {
  if (character < 0x100) return static_cast<unsigned char>(character);
  if (character > 0x2122) return std::nullopt;
  for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
    const auto value = static_cast<unsigned char>(byte);
    if (windows_1252_character(value) == character) return value;
  }
  return std::nullopt;
}

// The continuation byte of UTF-8 that the next character stands for.
std::optional<char32_t> next_continuation(std::string_view text, std::size_t& at) {
  if (at == text.size()) return std::nullopt;
  const auto character = text::next_character(text, at);
  const auto byte = character ? byte_of(*character) : std::nullopt;
  if (!byte || (*byte & 0xC0U) != 0x80) return std::nullopt;
  return *byte & 0x3FU;
}

// Spaces, dashes and quotation marks, as the six bits of their bytes: what may follow a capital in
// good text.
constexpr bool is_typographic(char32_t bits) {
  constexpr auto kBytes = std::to_array<unsigned>(
      {0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xBB});
  for (const unsigned byte : kBytes) {
    if ((byte & 0x3FU) == bits) return true;
  }
  return false;
}

// `Ã ` for `à`, whose second byte was a no-break space that became a plain one.
bool is_bare_a_grave(std::string_view text, std::size_t begin, std::size_t end) {
  return begin > 0 && text[begin - 1] == ' ' && end < text.size() && text[end] == ' ';
}

std::optional<Sequence> read_two(std::string_view text, std::size_t begin, std::size_t end,
                                 char32_t lead) {
  Sequence found;
  found.end = end;
  const auto bits = next_continuation(text, found.end);
  if (!bits) {
    if (lead != 0xC3 || !is_bare_a_grave(text, begin, end)) return std::nullopt;
    return Sequence{0xE0, end, false};
  }
  found.character = ((lead & 0x1FU) << 6U) | *bits;
  // No word has a capital A with a tilde after a small letter.
  const bool follows_small = begin > 0 && text[begin - 1] >= 'a' && text[begin - 1] <= 'z';
  found.is_evident = follows_small || !is_typographic(*bits);
  return found.character < 0xA0 ? std::nullopt : std::make_optional(found);
}

// The sequence that begins at `begin`, the byte after whose first character is `end`.
std::optional<Sequence> read_sequence(std::string_view text, std::size_t begin, std::size_t end,
                                      char32_t lead) {
  if (lead == 0xC2 || lead == 0xC3 || lead == 0xC5) return read_two(text, begin, end, lead);
  if (lead != 0xE2) return std::nullopt;
  Sequence found;
  found.end = end;
  const auto second = next_continuation(text, found.end);
  const auto third = second ? next_continuation(text, found.end) : std::nullopt;
  if (!third || *second > 5) return std::nullopt;
  found.character = 0x2000U | (*second << 6U) | *third;
  found.is_evident = true;
  return found;
}

// Weighed against each other to tell a page that is encoded twice from a title that is.
struct Count {
  std::size_t evident = 0;
  std::size_t accents = 0;  // Latin letters that are as they were meant
};

constexpr bool is_accented_latin(char32_t character) {
  return character >= 0xC0 && character < 0x180;
}

Count count_sequences(std::string_view text) {
  Count count;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto character = text::next_character(text, at);
    if (!character || *character < 0x80) continue;
    const auto sequence = read_sequence(text, begin, at, *character);
    if (sequence) at = sequence->end;
    count.evident += sequence && sequence->is_evident ? 1 : 0;
    count.accents += !sequence && is_accented_latin(*character) ? 1 : 0;
  }
  return count;
}

void append_repaired(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto character = text::next_character(text, at);
    const auto sequence =
        character && *character >= 0x80 ? read_sequence(text, begin, at, *character) : std::nullopt;
    if (sequence) {
      text::append_utf8(sequence->character, out);
      at = sequence->end;
    } else {
      out.append(text, begin, at - begin);
    }
  }
}

// Cheap, and true of no good French page: each lead byte as UTF-8 writes it.
bool may_be_double(std::string_view text) {
  static constexpr auto kLeads =
      std::to_array<std::string_view>({"\xC3\x83", "\xC3\x82", "\xC3\x85", "\xC3\xA2\xE2"});
  return base::contains_one_of(text, kLeads);
}

}  // namespace

std::string undo_double_encoding(std::string_view text) {
  if (!may_be_double(text)) return {};
  const Count whole = count_sequences(text);
  if (whole.evident == 0) return {};
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("<>", 1), text.size());
    const std::string_view part = text.substr(0, end);
    if (whole.accents == 0 || count_sequences(part).evident > 0) {
      append_repaired(part, out);
    } else {
      out.append(part);
    }
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace pressoir::extract::html
