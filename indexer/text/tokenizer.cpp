#include "indexer/text/tokenizer.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

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
  kAmpersand,
  kSpace,
  kOther,
};

Class classify_by_icu(UChar32 character) {
  switch (character) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0x201B:
      return Class::kApostrophe;
    case 0x2010:
    case 0x2011:
      return Class::kHyphen;
    case 0x00A0:
    case 0x2009:
    case 0x202F:
      return Class::kSpace;
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

// Classes of U+0000 to U+024F, which hold nearly all of French.
const std::array<Class, 0x250>& class_table() {
  static const std::array<Class, 0x250> table = [] {
    std::array<Class, 0x250> classes{};
    for (UChar32 c = 0; c < 0x250; ++c) {
      classes[static_cast<std::size_t>(c)] = classify_by_icu(c);
    }
    classes['\''] = Class::kApostrophe;
    classes['-'] = Class::kHyphen;
    classes['.'] = Class::kDot;
    classes['&'] = Class::kAmpersand;
    classes[' '] = Class::kSpace;
    return classes;
  }();
  return table;
}

Class classify(UChar32 character) {
  if (character < 0) return Class::kOther;
  return character < 0x250 ? class_table()[static_cast<std::size_t>(character)]
                           : classify_by_icu(character);
}

// Articles, pronouns and conjunctions that lose their vowel before an apostrophe.
constexpr std::array<std::string_view, 15> kElided = {
    "c",  "d",     "j",      "l",      "m",      "n",      "s",     "t",
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"};

// Words that keep their apostrophe: the part before it, and how the part after it begins.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kWholeWords = {{
    {"aujourd", "hui"},
    {"prud", "hom"},
    {"presqu", "il"},
    {"entr", "ouv"},
    {"entr", "aid"},
    {"quelqu", "un"},
    {"grand", ""},
}};

bool is_elided(std::string_view folded) {
  return std::find(kElided.begin(), kElided.end(), folded) != kElided.end();
}

bool is_whole_word(std::string_view before, std::string_view after) {
  return std::any_of(kWholeWords.begin(), kWholeWords.end(), [&](const auto& row) {
    return row.first == before && after.starts_with(row.second);
  });
}

}  // namespace

const std::vector<Word>& Tokenizer::split(std::string_view text) {
  words_.clear();
  joined_count_ = 0;
  position_ = 0;
  find_atoms(text);
  for (std::size_t i = 0; i < atoms_.size();) {
    std::size_t next = join_number(text, i);
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
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t gap_characters = 0;
  bool in_atom = false;
  for (std::uint32_t i = 0; i < size;) {
    const std::uint32_t begin = i;
    UChar32 character = 0;
    U8_NEXT(bytes, i, size, character);
    const Class c = classify(character);
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

// `10 000`, `1.234.567`: one number; groups of three behind a first one of one to three digits.
std::size_t Tokenizer::join_number(std::string_view text, std::size_t first) {
  const auto is_group = [&](std::size_t i, std::uint32_t least) {
    const Atom& atom = atoms_[i];
    return atom.letters == 0 && atom.digits >= least && atom.digits <= 3 &&
           atom.end - atom.begin == atom.digits;
  };
  if (!is_group(first, 1) || text[atoms_[first].begin] == '0') return first;
  const Gap gap = atoms_[first].gap;
  if (gap != Gap::kSpace && gap != Gap::kDot) return first;
  std::size_t last = first + 1;
  while (last < atoms_.size() && atoms_[last - 1].gap == gap && is_group(last, 3)) ++last;
  if (last == first + 1) return first;
  add_word(text, first, last);
  return last;
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
  const auto is_short = [&](const Atom& atom) {
    constexpr std::size_t kMaxBytes = 16;  // of three characters with their accents
    return atom.end - atom.begin <= kMaxBytes &&
           fold(text.substr(atom.begin, atom.end - atom.begin)).size() <= 3;
  };
  if (!is_short(atoms_[first]) || !is_short(atoms_[second])) return first;
  std::string& surface =
      joined_count_ < joined_.size() ? joined_[joined_count_] : joined_.emplace_back();
  ++joined_count_;
  const Atom& a = atoms_[first];
  const Atom& b = atoms_[second];
  surface.assign(text.substr(a.begin, a.end - a.begin));
  surface += '&';
  surface += text.substr(b.begin, b.end - b.begin);
  words_.push_back({a.begin, b.end, position_++, surface, false});
  return second + 1;
}

// `l’économie`: the article is dropped. `aujourd’hui`, `O’Brien`: one word.
std::size_t Tokenizer::join_apostrophe(std::string_view text, std::size_t first) {
  if (atoms_[first].gap != Gap::kApostrophe) return first;
  const std::size_t second = first + 1;
  const Atom& a = atoms_[first];
  const Atom& b = atoms_[second];
  if (a.end - a.begin > 16) return first;
  const std::string before = fold(text.substr(a.begin, a.end - a.begin));
  const std::string after = fold(text.substr(b.begin, std::min(b.end - b.begin, 16u)));
  const bool whole = is_whole_word(before, after);
  if (!whole && is_elided(before)) return second;
  add_word(text, first, second + 1);
  return second + 1;
}

// `porte-parole`: the parts, then the whole. An elided article inside (`chef-d’œuvre`) ends it.
std::size_t Tokenizer::join_hyphens(std::string_view text, std::size_t first) {
  constexpr std::size_t kMaxParts = 5;
  std::size_t last = first + 1;
  bool has_letters = atoms_[first].letters > 0;
  while (last < atoms_.size() && atoms_[last - 1].gap == Gap::kHyphen &&
         atoms_[last].gap != Gap::kApostrophe) {
    has_letters = has_letters || atoms_[last].letters > 0;
    ++last;
  }
  if (last == first + 1) return first;
  const std::uint32_t position = position_;
  for (std::size_t i = first; i < last; ++i) add_word(text, i, i + 1);
  if (has_letters && last - first <= kMaxParts) {
    words_.push_back({atoms_[first].begin, atoms_[last - 1].end, position,
                      joined_surface(text, first, last), true});
  }
  return last;
}

std::string_view Tokenizer::joined_surface(std::string_view text, std::size_t first,
                                           std::size_t last) {
  std::string& surface =
      joined_count_ < joined_.size() ? joined_[joined_count_] : joined_.emplace_back();
  ++joined_count_;
  surface.clear();
  for (std::size_t i = first; i < last; ++i) {
    surface += text.substr(atoms_[i].begin, atoms_[i].end - atoms_[i].begin);
  }
  return surface;
}

void Tokenizer::add_word(std::string_view text, std::size_t first, std::size_t last) {
  const std::uint32_t begin = atoms_[first].begin;
  const std::uint32_t end = atoms_[last - 1].end;
  const std::string_view surface =
      last == first + 1 ? text.substr(begin, end - begin) : joined_surface(text, first, last);
  words_.push_back({begin, end, position_++, surface, false});
}

}  // namespace pressoir::text
