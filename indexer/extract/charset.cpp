#include "indexer/extract/charset.hpp"

#include <algorithm>
#include <array>

#include "indexer/extract/markup_scanner.hpp"

namespace pressoir::extract {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;

struct Label {
  std::string_view label;
  std::string_view charset;
};

// The labels met in the pages of institutions, not all of the standard's.
constexpr auto kLabels = std::to_array<Label>({
    {"ansi", "windows-1252"},
    {"ascii", "windows-1252"},
    {"big5", "big5"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"cp1252", "windows-1252"},
    {"cp850", "ibm-850"},
    {"euc-jp", "euc-jp"},
    {"euc-kr", "euc-kr"},
    {"gb18030", "gb18030"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"ibm850", "ibm-850"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-15", "iso-8859-15"},
    {"iso-8859-2", "iso-8859-2"},
    {"iso-8859-5", "iso-8859-5"},
    {"iso-8859-6", "iso-8859-6"},
    {"iso-8859-7", "iso-8859-7"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-1", "windows-1252"},
    {"iso8859-15", "iso-8859-15"},
    {"iso8859_1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso_8859-15", "iso-8859-15"},
    {"koi8-r", "koi8-r"},
    {"l1", "windows-1252"},
    {"l9", "iso-8859-15"},
    {"latin-1", "windows-1252"},
    {"latin-9", "iso-8859-15"},
    {"latin1", "windows-1252"},
    {"latin9", "iso-8859-15"},
    {"mac", "macintosh"},
    {"macintosh", "macintosh"},
    {"shift_jis", "shift_jis"},
    {"us-ascii", "windows-1252"},
    {"utf-16", "utf-16le"},
    {"utf-16be", "utf-16be"},
    {"utf-16le", "utf-16le"},
    {"utf-8", "utf-8"},
    {"utf8", "utf-8"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"x-mac-roman", "macintosh"},
    {"x-sjis", "shift_jis"},
});

// Bytes 80 to 9F.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The word after `key` and `=` in `text`, quoted or not.
std::string_view value_after(std::string_view text, std::string_view key) noexcept {
  const auto* found = std::search(text.begin(), text.end(), key.begin(), key.end(),
                                  [](char a, char b) { return lower(a) == b; });
  if (found == text.end()) return {};
  std::string_view rest = text.substr(static_cast<std::size_t>(found - text.begin()) + key.size());
  const std::size_t begin = rest.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos) return {};
  rest.remove_prefix(begin);
  return rest.substr(0, rest.find_first_of(" \t\r\n;\"'?>/"));
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) noexcept {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  if (head.starts_with("<?xml")) {
    const std::string_view declared = value_after(head.substr(0, head.find('>')), "encoding");
    if (!declared.empty()) return declared;
  }
  MarkupScanner scanner(head);
  while (const auto token = scanner.next()) {
    if (token->kind != TokenKind::kStartTag || token->tag != Tag::kMeta) continue;
    const std::string_view charset = attribute_in(token->attributes, "charset");
    if (!charset.empty()) return charset;
    const std::string_view content = attribute_in(token->attributes, "content");
    if (attribute_in(token->attributes, "http-equiv").empty()) continue;
    const std::string_view declared = value_after(content, "charset");
    if (!declared.empty()) return declared;
  }
  return {};
}

std::string_view charset_from_label(std::string_view label) noexcept {
  constexpr std::size_t kLongest = 16;
  const std::size_t begin = label.find_first_not_of(" \t\r\n\"'");
  if (begin == std::string_view::npos) return {};
  label = label.substr(begin, label.find_last_not_of(" \t\r\n\"'") - begin + 1);
  if (label.size() > kLongest) return {};
  std::array<char, kLongest> lowered{};
  std::ranges::transform(label, lowered.begin(), lower);
  const std::string_view wanted(lowered.data(), label.size());
  const auto* found = std::ranges::lower_bound(kLabels, wanted, {}, &Label::label);
  return found != kLabels.end() && found->label == wanted ? found->charset : std::string_view{};
}

char32_t windows_1252_character(unsigned char byte) noexcept {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
}

}  // namespace pressoir::extract
