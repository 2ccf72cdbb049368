#include "indexer/extract/html/decode.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/html/double_encoding.hpp"
#include "indexer/extract/html/markup_scanner.hpp"
#include "indexer/extract/html/plain_text.hpp"
#include "indexer/text/fold.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace pressoir::extract::html {
namespace {

// Browsers look at 1,024 bytes; pages with comments, scripts or styles before their <meta> need
// more. Only pages that are not UTF-8 are read so far.
constexpr std::size_t kDeclarationBytes = 64 << 10;

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
    {"csisolatin1", "windows-1252"},
    {"csisolatin2", "iso-8859-2"},
    {"csisolatin9", "iso-8859-15"},
    {"csmacintosh", "macintosh"},
    {"euc-jp", "euc-jp"},
    {"euc-kr", "euc-kr"},
    {"gb18030", "gb18030"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"ibm850", "ibm-850"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-15", "iso-8859-15"},
    {"iso-8859-16", "iso-8859-16"},
    {"iso-8859-2", "iso-8859-2"},
    {"iso-8859-5", "iso-8859-5"},
    {"iso-8859-6", "iso-8859-6"},
    {"iso-8859-7", "iso-8859-7"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-1", "windows-1252"},
    {"iso8859-15", "iso-8859-15"},
    {"iso88591", "windows-1252"},
    {"iso885915", "iso-8859-15"},
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

// Bytes 80 to 9F as windows-1252 has them (WHATWG Encoding, index-windows-1252); U+FFFD where it
// has none.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

// The word after `key` and `=` in `text`, quoted or not.
std::string_view value_after(std::string_view text, std::string_view key) noexcept {
  const auto* found = std::search(text.begin(), text.end(), key.begin(), key.end(),
                                  [](char a, char b) { return base::lower_ascii(a) == b; });
  if (found == text.end()) return {};
  std::string_view rest = text.substr(static_cast<std::size_t>(found - text.begin()) + key.size());
  const std::size_t begin = rest.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos) return {};
  rest.remove_prefix(begin);
  return rest.substr(0, rest.find_first_of(" \t\r\n;\"'?>/"));
}

constexpr std::string_view kMark = "\xEF\xBB\xBF";
// Enough to tell a binary format, which has controls everywhere.
constexpr std::size_t kSniffedBytes = 64 << 10;
constexpr std::size_t kMaxControlsPercent = 2;
// Of the sequences of a page, one bad one among so many good ones is damage, not another charset.
constexpr std::size_t kGoodPerBadSequence = 4;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};
constexpr std::array<ByteOrderMark, 3> kMarks = {{
    {"\xEF\xBB\xBF", "utf-8"},
    {"\xFF\xFE", "utf-16le"},
    {"\xFE\xFF", "utf-16be"},
}};

// Files that a harvest stores under names of pages: PDF, pictures, archives, fonts, office
// documents.
constexpr auto kBinarySignatures = std::to_array<std::string_view>({
    "%PDF-",
    "\x89PNG",
    "GIF8",
    "\xFF\xD8\xFF",
    "PK\x03\x04",
    "\x1F\x8B",
    "\xD0\xCF\x11\xE0",
    "RIFF",
    "OggS",
    "ID3",
    "\x7F"
    "ELF",
    "wOFF",
    "{\\rtf",
    "%!PS",
    "BZh",
    "7z\xBC\xAF",
    "II*",
    "\xFD"
    "7zXZ",
    "\x28\xB5\x2F\xFD",
});

// UTF-16 without a mark: most pages are ASCII, so every other byte is zero.
std::string_view sniff_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  if (head.size() < 4) return {};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t most = head.size() / 4;
  if (zeros[1] > most && zeros[0] * 8 < zeros[1]) return "utf-16le";
  if (zeros[0] > most && zeros[1] * 8 < zeros[0]) return "utf-16be";
  return {};
}

// Not those that text files have: line ends, tabs, form feeds, escapes of ISO-2022.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' &&
         c != '\x1B';
}

bool is_binary(std::string_view bytes) {
  const auto starts = [bytes](std::string_view signature) { return bytes.starts_with(signature); };
  if (std::ranges::any_of(kBinarySignatures, starts)) return true;
  const std::string_view head = bytes.substr(0, kSniffedBytes);
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(head, is_control));
  return controls > 8 && controls * 100 > head.size() * kMaxControlsPercent;
}

struct SequenceCount {
  std::size_t good = 0;  // well-formed sequences of two bytes or more
  std::size_t bad = 0;
};

// Counts sequences, not bytes: a character cut in two makes two bad ones of it.
SequenceCount count_sequences(std::string_view bytes) {
  SequenceCount count;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const bool is_good = text::next_character(bytes, i).has_value();
    if (!is_good && i == bytes.size()) break;  // a page cut short in the middle of a character
    ++(is_good ? count.good : count.bad);
  }
  return count;
}

// Text in another charset has hardly any sequence that is good UTF-8, so that one good in five bad
// would already be much; four good for one bad is damage.
bool is_damaged_utf8(std::string_view bytes) {
  const SequenceCount count = count_sequences(bytes);
  return count.good > 0 && count.bad * kGoodPerBadSequence <= count.good;
}

// The order of belief of RULES.md, after a byte order mark.
std::string_view choose_charset(std::string_view bytes, std::string_view outer_charset) {
  if (const std::string_view utf16 = sniff_utf16(bytes); !utf16.empty()) return utf16;
  if (base::is_valid_utf8(bytes) || is_damaged_utf8(bytes)) return "utf-8";
  for (const std::string_view label : {outer_charset, declared_charset(bytes)}) {
    const std::string_view charset = charset_from_label(label);
    // The bytes are neither UTF-8 nor UTF-16, or the declaration could not have been read.
    if (!charset.empty() && !charset.starts_with("utf-")) return charset;
  }
  return "windows-1252";
}

// In place of C1 controls, which no page means, the characters that windows-1252 has at the same
// numbers: the mark of a page that went through Latin-1.
void append_repaired(std::string& out, char32_t character) {
  if (character >= 0x80 && character < 0xA0) {
    character = windows_1252_character(static_cast<unsigned char>(character));
  }
  text::append_utf8(character == 0 ? text::kReplacement : character, out);
}

constexpr bool is_plain_byte(char byte) {
  return byte != 0 && (byte & 0x80) == 0;
}

// Well-formed UTF-8 without NUL and C1 controls.
// What bytes of no character become is one U+FFFD each time, so that words on either side stay
// apart.
std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t run = i;
    while (i < bytes.size() && is_plain_byte(bytes[i])) ++i;
    out.append(bytes, run, i - run);
    if (i < bytes.size())
      append_repaired(out, text::next_character(bytes, i).value_or(text::kReplacement));
  }
  return out;
}

// By hand, as most pages that are not UTF-8 are in this charset and ICU goes through UTF-16.
std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    if (value > 0 && value < 0x80) {
      out += byte;
    } else {
      append_repaired(out, windows_1252_character(value));
    }
  }
  return out;
}

// The result is repaired too: ICU gives controls for bytes that a charset leaves open.
std::string decode_by_icu(std::string_view bytes, std::string_view charset) {
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                std::string(charset).c_str());
  std::string utf8;
  text.toUTF8String(utf8);
  return repair_utf8(utf8);
}

// ISO 8859-16 (2001), as far as it differs from Latin-1. ICU has no converter for it.
struct Latin10 {
  unsigned char byte;
  char32_t character;
};
constexpr std::array<Latin10, 40> kLatin10 = {{
    {0xA1, 0x0104}, {0xA2, 0x0105}, {0xA3, 0x0141}, {0xA4, 0x20AC}, {0xA5, 0x201E}, {0xA6, 0x0160},
    {0xA8, 0x0161}, {0xAA, 0x0218}, {0xAC, 0x0179}, {0xAE, 0x017A}, {0xAF, 0x017B}, {0xB2, 0x010C},
    {0xB3, 0x0142}, {0xB4, 0x017D}, {0xB5, 0x201D}, {0xB8, 0x017E}, {0xB9, 0x010D}, {0xBA, 0x0219},
    {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178}, {0xBF, 0x017C}, {0xC3, 0x0102}, {0xC5, 0x0106},
    {0xD0, 0x0110}, {0xD1, 0x0143}, {0xD5, 0x0150}, {0xD7, 0x015A}, {0xD8, 0x0170}, {0xDD, 0x0118},
    {0xDE, 0x021A}, {0xE3, 0x0103}, {0xE5, 0x0107}, {0xF0, 0x0111}, {0xF1, 0x0144}, {0xF5, 0x0151},
    {0xF7, 0x015B}, {0xF8, 0x0171}, {0xFD, 0x0119}, {0xFE, 0x021B},
}};

std::string decode_latin_10(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const auto* found = std::ranges::find(kLatin10, value, &Latin10::byte);
    append_repaired(out, found == kLatin10.end() ? value : found->character);
  }
  return out;
}

std::string decode_as(std::string_view bytes, std::string_view charset) {
  if (charset == "utf-8") {
    const std::string meant = undo_double_encoding(bytes);
    return repair_utf8(meant.empty() ? bytes : meant);
  }
  if (charset == "iso-8859-16") return decode_latin_10(bytes);
  if (charset == "windows-1252") return decode_windows_1252(bytes);
  return decode_by_icu(bytes, charset);
}

}  // namespace

// A page may say so in several places; the first is what browsers take.
std::string_view declared_charset(std::string_view bytes) noexcept {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  if (head.starts_with("<?xml")) {
    const std::string_view declared = value_after(head.substr(0, head.find('>')), "encoding");
    if (!declared.empty()) return declared;
  }
  MarkupScanner scanner(head);
  while (const auto token = scanner.next()) {
    if (token->kind == TokenKind::kStartTag && token->tag == Tag::kBody) break;
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
  std::ranges::transform(label, lowered.begin(), base::lower_ascii);
  const std::string_view wanted(lowered.data(), label.size());
  const auto* found = std::ranges::lower_bound(kLabels, wanted, {}, &Label::label);
  return found != kLabels.end() && found->label == wanted ? found->charset : std::string_view{};
}

char32_t windows_1252_character(unsigned char byte) noexcept {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
}

base::Result<Decoded> decode_utf8(std::string_view bytes, std::string_view outer_charset) {
  if (bytes.size() > (std::size_t{1} << 30)) {
    return base::Error{base::Errc::kTooLarge, "the page has more than 1 GiB"};
  }
  std::string_view charset;
  for (const ByteOrderMark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    charset = mark.charset;
    bytes.remove_prefix(mark.bytes.size());
    break;
  }
  if (charset == "utf-8" && !base::is_valid_utf8(bytes) && !is_damaged_utf8(bytes)) charset = {};
  if (charset.empty()) charset = choose_charset(bytes, outer_charset);
  if (!charset.starts_with("utf-16") && is_binary(bytes)) {
    return base::Error{base::Errc::kNotHtml, "the bytes are of a binary format"};
  }
  std::string text = decode_as(bytes, charset);
  // Pages put together from files have several marks.
  std::size_t begin = 0;
  while (text.compare(begin, kMark.size(), kMark) == 0) begin += kMark.size();
  text.erase(0, begin);
  compose(text);
  return Decoded{std::move(text), std::string(charset)};
}

}  // namespace pressoir::extract::html
