// The letters of French spellings as the lexicon numbers them: one byte each, so that a spelling is
// a string of letter numbers. A word with any other character is not in the lexicon.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressoir::text::lexicon {

struct Letter {
  std::string_view utf8;
  std::string_view folded;  // as text::fold writes it; empty for the apostrophe
};

// The number of a letter is its index here plus 1. `a` to `z` come first: 1 to 26.
inline constexpr auto kLetters = std::to_array<Letter>({
    {"a", "a"},  {"b", "b"},  {"c", "c"}, {"d", "d"}, {"e", "e"}, {"f", "f"}, {"g", "g"},
    {"h", "h"},  {"i", "i"},  {"j", "j"}, {"k", "k"}, {"l", "l"}, {"m", "m"}, {"n", "n"},
    {"o", "o"},  {"p", "p"},  {"q", "q"}, {"r", "r"}, {"s", "s"}, {"t", "t"}, {"u", "u"},
    {"v", "v"},  {"w", "w"},  {"x", "x"}, {"y", "y"}, {"z", "z"}, {"à", "a"}, {"á", "a"},
    {"â", "a"},  {"ã", "a"},  {"ä", "a"}, {"å", "a"}, {"ç", "c"}, {"è", "e"}, {"é", "e"},
    {"ê", "e"},  {"ë", "e"},  {"í", "i"}, {"î", "i"}, {"ï", "i"}, {"ñ", "n"}, {"ó", "o"},
    {"ô", "o"},  {"ö", "o"},  {"ù", "u"}, {"ú", "u"}, {"û", "u"}, {"ü", "u"}, {"ÿ", "y"},
    {"œ", "oe"}, {"æ", "ae"}, {"'", ""},
});

// The letters of two bytes of which the first is 0xC3 (U+00C0 to U+00FF), by the second.
inline constexpr auto kLatinLetters = [] {
  std::array<std::uint8_t, 64> numbers{};
  for (std::size_t i = 0; i < kLetters.size(); ++i) {
    const std::string_view utf8 = kLetters[i].utf8;
    if (utf8.size() == 2 && utf8[0] == '\xC3') {
      numbers[static_cast<unsigned char>(utf8[1]) & 0x3F] = static_cast<std::uint8_t>(i + 1);
    }
  }
  return numbers;
}();
inline constexpr std::uint8_t kApostrophe = kLetters.size();
inline constexpr std::uint8_t kOe = kApostrophe - 2;

// The number of the letter of lower case at `text[at]`, whose bytes `at` is moved over; 0 when the
// lexicon has no such letter.
inline std::uint8_t next_letter(std::string_view text, std::size_t& at) {
  const char first = text[at++];
  if (first >= 'a' && first <= 'z') return static_cast<std::uint8_t>(first - 'a' + 1);
  if (first == '\'') return kApostrophe;
  if (at == text.size()) return 0;
  const char second = text[at++];
  if (first == '\xC3') return kLatinLetters[static_cast<unsigned char>(second) & 0x3F];
  return first == '\xC5' && second == '\x93' ? kOe : 0;
}

// The letter numbers of a word in lower case, form C; nothing when one of its characters is none.
inline std::optional<std::string> to_letters(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::uint8_t letter = next_letter(word, at);
    if (letter == 0) return std::nullopt;
    letters += static_cast<char>(letter);
  }
  return letters;
}

}  // namespace pressoir::text::lexicon
