#include "indexer/text/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>
#include <vector>

#include "indexer/base/utf8.hpp"

namespace pressoir::text {
namespace {

// Basic Latin to Latin Extended-B: all of French and its neighbours. Their folds are computed once:
// decomposing by ICU is far slower than a look-up.
constexpr std::size_t kTableSize = 0x250;

// Letters without a canonical or compatibility decomposition, which ICU leaves as they are, and the
// apostrophes that French texts use for one another.
std::string_view special_fold(char32_t character) {
  switch (character) {
    case U'œ':
    case U'Œ':
      return "oe";
    case U'æ':
    case U'Æ':
      return "ae";
    case U'ß':
    case U'ẞ':
      return "ss";
    case U'ø':
    case U'Ø':
      return "o";
    case U'đ':
    case U'Đ':
    case U'ð':
    case U'Ð':
      return "d";
    case U'ł':
    case U'Ł':
      return "l";
    case U'ı':
      return "i";
    case U'þ':
    case U'Þ':
      return "th";
    case U'\u2019':
    case U'\u02BC':
    case U'\u2018':
    case U'\u201B':
      return "'";
    default:
      return {};
  }
}

// Combining marks (the accents, once decomposed) and format characters (soft hyphen, joiners).
bool is_dropped(char32_t character) {
  const int type = u_charType(static_cast<UChar32>(character));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

// A character that has no decomposition.
void append_folded_part(char32_t part, std::string& out) {
  if (is_dropped(part)) return;
  if (const std::string_view special = special_fold(part); !special.empty()) {
    out += special;
  } else {
    append_utf8(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(part), U_FOLD_CASE_DEFAULT)),
                out);
  }
}

// Any character by ICU: compatibility decomposition (NFKD: `ﬁ` is `fi`, `²` is `2`), simple case
// folding, marks dropped.
std::string compute_fold(char32_t character) {
  std::string folded;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  std::array<UChar, 32> parts{};
  const std::int32_t size = unorm2_getDecomposition(nfkd, static_cast<UChar32>(character),
                                                    parts.data(), parts.size(), &status);
  if (size < 0 || U_FAILURE(status)) {
    append_folded_part(character, folded);
    return folded;
  }
  for (std::int32_t i = 0; i < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, size, part);
    append_folded_part(static_cast<char32_t>(part), folded);
  }
  return folded;
}

const std::vector<std::string>& fold_table() {
  static const std::vector<std::string> table = [] {
    std::vector<std::string> rows;
    for (char32_t c = 0; c < kTableSize; ++c) rows.push_back(compute_fold(c));
    return rows;
  }();
  return table;
}

}  // namespace

// The depth of ICU's macros is not ours. NOLINTNEXTLINE(readability-function-size)
std::optional<char32_t> next_character(std::string_view text, std::size_t& offset) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  UChar32 character = 0;
  U8_NEXT(bytes, offset, size, character);
  if (character < 0) return std::nullopt;
  return static_cast<char32_t>(character);
}

// NOLINTNEXTLINE(readability-function-size)
void append_utf8(char32_t character, std::string& out) {
  std::array<char, 4> bytes{};
  std::size_t size = 0;
  UBool failed = false;
  U8_APPEND(bytes.data(), size, bytes.size(), static_cast<UChar32>(character), failed);
  if (failed) return append_utf8(kReplacement, out);
  out.append(bytes.data(), size);
}

void append_folded(char32_t character, std::string& out) {
  if (character < 0x80) {
    out += base::lower_ascii(static_cast<char>(character));
  } else if (character < kTableSize) {
    out += fold_table()[character];
  } else {
    out += compute_fold(character);
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      folded += base::lower_ascii(text[offset++]);
    } else {
      append_folded(next_character(text, offset).value_or(kReplacement), folded);
    }
  }
  return folded;
}

std::string slug(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : fold(text)) {
    if (base::is_ascii_letter(c) || base::is_digit(c)) {
      result += c;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  if (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

// By way of UTF-16, in which ICU normalises. Callers test first whether a text may need it: nearly
// none does (html::compose, to_exact in word_forms.cpp).
std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::vector<UChar> wide(text.size() + 1);
  std::int32_t wide_size = 0;
  u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &wide_size, text.data(),
                       static_cast<std::int32_t>(text.size()), static_cast<UChar32>(kReplacement),
                       nullptr, &status);
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  // NFC makes a text at most three times longer in UTF-16, and UTF-8 takes three bytes a unit.
  std::vector<UChar> normal(static_cast<std::size_t>(wide_size) * 3 + 1);
  const std::int32_t normal_size =
      unorm2_normalize(nfc, wide.data(), wide_size, normal.data(),
                       static_cast<std::int32_t>(normal.size()), &status);
  std::string result(static_cast<std::size_t>(normal_size) * 3 + 1, '\0');
  std::int32_t result_size = 0;
  u_strToUTF8(result.data(), static_cast<std::int32_t>(result.size()), &result_size, normal.data(),
              normal_size, &status);
  if (U_FAILURE(status)) return std::string(text);
  result.resize(static_cast<std::size_t>(result_size));
  return result;
}

}  // namespace pressoir::text
