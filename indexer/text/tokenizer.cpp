#include "indexer/text/tokenizer.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::text {
namespace {

enum class Class : std::uint8_t {
  kLetter,
  kDigit,
  kInside,  // part of a word, neither starts nor ends one: combining marks, soft hyphens
  kApostrophe,
  kHyphen,
  kDot,
  kComma,
  kAt,
  kAmpersand,
  kSpace,
  kOther,
};

// The class of a character outside of the table. The exceptions are characters that French pages
// use for another one, or that Unicode counts as letters.
Class classify_by_icu(UChar32 character) {
  switch (character) {
    case 0x0060:  // typed for apostrophes: grave and acute accents, the sign of minutes
    case 0x00B4:
    case 0x2032:
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0x201B:
      return Class::kApostrophe;
    case 0x2010:
    case 0x2011:
      return Class::kHyphen;
    case 0x00A0:
    case 0x2007:
    case 0x2009:
    case 0x202F:
      return Class::kSpace;
    case 0x00AA:  // letters to Unicode, but French types them for the sign of `n°` and `1°`
    case 0x00BA:
    case 0x1D52:
      return Class::kOther;
    default:
      break;
  }
  const std::uint32_t mask = U_GET_GC_MASK(character);
  if ((mask & U_GC_L_MASK) != 0) return Class::kLetter;
  // `2½` is not the number 212: fractions are signs.
  if (u_getIntPropertyValue(character, UCHAR_DECOMPOSITION_TYPE) == U_DT_FRACTION) {
    return Class::kOther;
  }
  if ((mask & U_GC_N_MASK) != 0) return Class::kDigit;
  if ((mask & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) return Class::kInside;
  return Class::kOther;
}

// Classes of U+0000 to U+024F, nearly all that French uses.
using ClassTable = std::array<Class, 0x250>;

const ClassTable& class_table() {
  static const ClassTable table = [] {
    ClassTable classes{};
    for (UChar32 c = 0; c < static_cast<UChar32>(classes.size()); ++c) {
      classes[static_cast<std::size_t>(c)] = classify_by_icu(c);
    }
    classes['\''] = Class::kApostrophe;
    classes['-'] = Class::kHyphen;
    classes['.'] = Class::kDot;
    classes[','] = Class::kComma;
    classes['@'] = Class::kAt;
    classes['&'] = Class::kAmpersand;
    classes[' '] = Class::kSpace;
    return classes;
  }();
  return table;
}

Class classify(UChar32 character, const ClassTable& table) {
  if (character < 0) return Class::kOther;
  const auto index = static_cast<std::size_t>(character);
  return index < table.size() ? table[index] : classify_by_icu(character);
}

// As next_character() of fold.hpp, but inlined: every character of every page passes here. The
// depth of ICU's macros is not ours. NOLINTNEXTLINE(readability-function-size)
UChar32 decode(std::string_view text, std::uint32_t& i) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::uint32_t>(text.size());
  UChar32 character = 0;
  U8_NEXT(bytes, i, size, character);
  return character;
}

// Articles, pronouns and conjunctions that lose their vowel before an apostrophe.
constexpr std::array<std::string_view, 15> kElided = {
    "c",  "d",     "j",      "l",      "m",      "n",      "s",     "t",
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"};

// Words that keep their apostrophe (`aujourd’hui`, `prud’hommes`, `presqu’île`, `quelqu’un`,
// `grand’mère`): the part before it, and the beginning of the part after it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWholeWords = {{
    {"aujourd", "hui"},
    {"prud", "hom"},
    {"presqu", "il"},
    {"quelqu", "un"},
    {"grand", ""},
}};

// `entr’eux` is elided, unlike `entr’acte`, `entr’ouvert`, `entr’aide`.
bool is_elided(std::string_view before, std::string_view after) {
  if (before == "entr") return after == "eux" || after == "elles";
  return base::is_one_of(before, kElided);
}

bool is_whole_word(std::string_view before, std::string_view after) {
  return std::ranges::any_of(kWholeWords, [&](const auto& row) {
    return row.first == before && after.starts_with(row.second);
  });
}

// The top-level domains by which a dotted word is an address; with any other one it is an address
// after `www.` or with `@` only.
bool is_domain(std::string_view word) {
  constexpr auto kDomains =
      std::to_array<std::string_view>({"fr", "com", "org", "net", "eu", "info"});
  return word.size() <= 4 && base::is_one_of(fold(word), kDomains);
}

}  // namespace

// One pass over atoms. The rules are tried from the most to the least specific, and each consumes
// what it joins, so that the whole is linear.
const std::vector<Word>& Tokenizer::split(std::string_view text) {
  words_.clear();
  joined_count_ = 0;
  position_ = 0;
  find_atoms(text);
  mark_saints(text);
  for (std::size_t i = 0; i < atoms_.size();) {
    std::size_t next = join_address(text, i);
    if (next == i) next = join_reference(text, i);
    if (next == i) next = join_quantity(text, i);
    if (next == i) next = join_capital(text, i);
    if (next == i) next = join_acronym(text, i);
    if (next == i) next = join_ampersand(text, i);
    if (next == i) next = join_apostrophe(text, i);
    if (next == i) next = join_hyphens(text, i);
    if (next == i) add_word(text, i, ++next);
    i = next;
  }
  return words_;
}

void Tokenizer::find_atoms(std::string_view text) {
  atoms_.clear();
  const ClassTable& classes = class_table();
  std::uint32_t gap_characters = 0;
  bool in_atom = false;
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t begin = i;
    const UChar32 character = decode(text, i);
    const Class c = classify(character, classes);
    if (c == Class::kLetter || c == Class::kDigit) {
      if (!in_atom) atoms_.push_back({begin, i, 0, 0, Gap::kOther});
      in_atom = true;
      Atom& atom = atoms_.back();
      ++(c == Class::kLetter ? atom.letters : atom.digits);
      atom.end = i;
    } else if (c == Class::kInside && in_atom) {
      // A soft hyphen at the end of a word is left out of it: `end` only moves for letters…
      if ((U_GET_GC_MASK(character) & U_GC_M_MASK) != 0) atoms_.back().end = i;  // …and accents
    } else if (!atoms_.empty()) {
      gap_characters = in_atom ? 1 : gap_characters + 1;
      in_atom = false;
      // kApostrophe to kSpace have the same order in both enumerations.
      const bool joins = gap_characters == 1 && c >= Class::kApostrophe && c <= Class::kSpace;
      atoms_.back().gap =
          joins ? static_cast<Gap>(static_cast<int>(c) - static_cast<int>(Class::kApostrophe) + 1)
                : Gap::kOther;
    }
  }
  if (!atoms_.empty()) atoms_.back().gap = Gap::kOther;  // nothing follows that it could join
}

// `contact@exemple.gouv.fr`, `www.exemple.fr`, `exemple.fr`: the parts, then the whole.
std::size_t Tokenizer::join_address(std::string_view text, std::size_t first) {
  // Longer runs are hostile or no address; their words are then read one by one.
  constexpr std::size_t kMaxParts = 10;
  const auto joins = [](Gap gap) {
    return gap == Gap::kDot || gap == Gap::kHyphen || gap == Gap::kAt;
  };
  if (!joins(atoms_[first].gap)) return first;
  std::size_t last = first + 1;
  bool has_at = false;
  bool has_dot = false;
  while (joins(atoms_[last - 1].gap) && last - first <= kMaxParts) {
    has_at = has_at || atoms_[last - 1].gap == Gap::kAt;
    has_dot = has_dot || atoms_[last - 1].gap == Gap::kDot;
    ++last;
  }
  const bool is_host =
      is_domain(atom_text(text, last - 1)) || fold(atom_text(text, first).substr(0, 4)) == "www";
  if (last - first > kMaxParts || !has_dot || !(has_at || is_host)) return first;
  add_compound(text, first, last);
  return last;
}

// `10 000`, `1.234.567`: one number; groups of three after a first one of one to three digits.
// `3,5` and `3.5`: one number; `1,2,3` is a list.
std::size_t Tokenizer::join_number(std::string_view text, std::size_t first) {
  if (!is_digits(first)) return first;
  const auto is_group = [&](std::size_t i) { return is_digits(i) && atoms_[i].digits == 3; };
  std::size_t last = first + 1;
  const Gap gap = atoms_[first].gap;
  if ((gap == Gap::kSpace || gap == Gap::kDot) && atoms_[first].digits <= 3 &&
      text[atoms_[first].begin] != '0') {
    while (last < atoms_.size() && atoms_[last - 1].gap == gap && is_group(last)) ++last;
  }
  // The middle of `1,2,3` must not be read as decimals either.
  const bool in_list = first > 0 && is_before_decimals(first - 1);
  const bool has_comma = is_before_decimals(last - 1) && !is_before_decimals(last) && !in_list;
  if (has_comma || (last == first + 1 && has_decimal_point(first))) {
    std::string& surface = new_surface(text, first, last);
    surface += ',';
    surface += atom_text(text, last);
    words_.push_back({atoms_[first].begin, atoms_[last].end, position_++, surface, false});
    return last + 1;
  }
  if (last == first + 1) return first;
  add_word(text, first, last);
  return last;
}

bool Tokenizer::is_digits(std::size_t i) const {
  return atoms_[i].letters == 0 && atoms_[i].end - atoms_[i].begin == atoms_[i].digits;
}

// At most three decimals: `2012,2013` are two years. Few digits: clipping leaves the comma inside.
bool Tokenizer::is_before_decimals(std::size_t i) const {
  constexpr std::uint32_t kMaxDigits = 18;
  constexpr std::uint32_t kMaxDecimals = 3;
  return atoms_[i].gap == Gap::kComma && is_digits(i) && is_digits(i + 1) &&
         atoms_[i].digits <= kMaxDigits && atoms_[i + 1].digits <= kMaxDecimals;
}

// `C.N.I.`: single letters with dots between.
std::size_t Tokenizer::join_acronym(std::string_view text, std::size_t first) {
  std::size_t last = first;
  while (last < atoms_.size() && atoms_[last].letters == 1 && atoms_[last].digits == 0) {
    ++last;
    if (atoms_[last - 1].gap != Gap::kDot) break;
  }
  if (last < first + 2) return first;
  add_word(text, first, last);
  return last;
}

// `R&D`, `PME&ETI`: short words with `&` and no space between.
std::size_t Tokenizer::join_ampersand(std::string_view text, std::size_t first) {
  if (atoms_[first].gap != Gap::kAmpersand) return first;
  const std::size_t second = first + 1;
  const auto is_short = [&](std::string_view word) {
    constexpr std::size_t kMaxBytes = 16;  // of three characters with their accents
    return word.size() <= kMaxBytes && fold(word).size() <= 3;
  };
  if (!is_short(atom_text(text, first)) || !is_short(atom_text(text, second))) return first;
  std::string& surface = new_surface(text, first, second);
  surface += '&';
  surface += atom_text(text, second);
  words_.push_back({atoms_[first].begin, atoms_[second].end, position_++, surface, false});
  return second + 1;
}

// `l’économie`: the article is dropped. `aujourd’hui`, `O’Brien`: one word.
std::size_t Tokenizer::join_apostrophe(std::string_view text, std::size_t first) {
  if (atoms_[first].gap != Gap::kApostrophe) return first;
  const std::size_t second = first + 1;
  // `aujourd` is the longest part that the rules know; folding stops well beyond it.
  constexpr std::size_t kMaxElisionBytes = 16;
  if (atom_text(text, first).size() > kMaxElisionBytes) return first;
  const std::string before = fold(atom_text(text, first));
  const std::string after = fold(atom_text(text, second).substr(0, kMaxElisionBytes));
  const bool whole = is_whole_word(before, after);
  if (!whole && is_elided(before, after)) return second;
  add_word(text, first, second + 1);
  return second + 1;
}

// `porte-parole`: the parts, then the whole. An elided article inside (`chef-d’œuvre`) ends it.
std::size_t Tokenizer::join_hyphens(std::string_view text, std::size_t first) {
  // Runs of more parts are no compound: they give their parts only.
  constexpr std::size_t kMaxParts = 5;
  std::size_t last = first + 1;
  bool has_letters = atoms_[first].letters > 0;
  while (last < atoms_.size() && atoms_[last - 1].gap == Gap::kHyphen &&
         atoms_[last].gap != Gap::kApostrophe) {
    has_letters = has_letters || atoms_[last].letters > 0;
    ++last;
  }
  if (last == first + 1) return first;
  // `2012-2013` is two years, not one compound.
  if (has_letters && last - first <= kMaxParts) {
    add_compound(text, first, last);
  } else {
    for (std::size_t i = first; i < last; ++i) add_word(text, i, i + 1);
  }
  return last;
}

std::string_view Tokenizer::atom_text(std::string_view text, std::size_t i) const {
  if (!atoms_[i].read_as.empty()) return atoms_[i].read_as;
  return text.substr(atoms_[i].begin, atoms_[i].end - atoms_[i].begin);
}

std::string& Tokenizer::new_surface(std::string_view text, std::size_t first, std::size_t last) {
  std::string& surface =
      joined_count_ < joined_.size() ? joined_[joined_count_] : joined_.emplace_back();
  ++joined_count_;
  surface.clear();
  for (std::size_t i = first; i < last; ++i) surface += atom_text(text, i);
  return surface;
}

void Tokenizer::add_compound(std::string_view text, std::size_t first, std::size_t last) {
  const std::uint32_t position = position_;
  for (std::size_t i = first; i < last; ++i) add_word(text, i, i + 1);
  words_.push_back(
      {atoms_[first].begin, atoms_[last - 1].end, position, new_surface(text, first, last), true});
}

void Tokenizer::add_word(std::string_view text, std::size_t first, std::size_t last) {
  const bool is_one_atom = last == first + 1;
  words_.push_back({atoms_[first].begin, atoms_[last - 1].end, position_++,
                    is_one_atom ? atom_text(text, first) : new_surface(text, first, last), false});
}

}  // namespace pressoir::text
