// The rules of the Tokenizer for references, quantities and saints: what people write in several
// ways, with and without blanks, and look for in any of them.
#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "indexer/text/tokenizer.hpp"

namespace pressoir::text {
namespace {

std::string lower(std::string_view word) {
  std::string text(word);
  std::ranges::transform(text, text.begin(), base::lower_ascii);
  return text;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// The letters of articles of codes: législatif, règlementaire, décret, arrêté, loi organique, loi
// du pays.
bool is_code_letter(std::string_view letters, bool is_certain) {
  constexpr auto kLetters = std::to_array<std::string_view>({"l", "r", "lo", "lp"});
  const std::string low = lower(letters);
  if (base::is_one_of(low, kLetters)) return true;
  // `de 10 a 12-15 ans`: small letters may be words.
  return (low == "d" || low == "a") && (is_certain || is_capital(letters.front()));
}

// What may stand between the letter and the number: `L. 311-1`, `R.*311-1`, `L 311-1`.
bool is_after_code_letter(std::string_view gap) {
  if (gap.starts_with('.')) gap.remove_prefix(1);
  if (gap.starts_with(' ')) gap.remove_prefix(1);
  if (gap.starts_with("\u00A0") || gap.starts_with("\u202F"))
    gap.remove_prefix(gap[0] == '\xC2' ? 2 : 3);
  return gap.empty() || gap == "*";
}

// Units of the press, and what numbers articles between two others.
constexpr auto kUnits = std::to_array<std::string_view>(
    {"km",  "m",   "cm",     "mm",        "km2",    "m2",      "m3",     "ha",     "kg",    "g",
     "mg",  "t",   "l",      "hl",        "kw",     "mw",      "gw",     "kwh",    "mwh",   "gwh",
     "twh", "ko",  "mo",     "go",        "hz",     "mhz",     "ghz",    "db",     "min",   "mn",
     "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"});
// Before the sign of the euro only.
constexpr auto kAmounts = std::to_array<std::string_view>({"k", "m", "md", "mds"});

bool is_unit(std::string_view word, std::string_view after) {
  const std::string low = lower(word);
  return base::is_one_of(low, kUnits) || (after.starts_with("€") && base::is_one_of(low, kAmounts));
}

}  // namespace

std::string_view Tokenizer::gap_after(std::string_view text, std::size_t i) const {
  return text.substr(atoms_[i].end, atoms_[i + 1].begin - atoms_[i].end);
}

// The atom after a chain of numbers with hyphens, `311-1-2`, that begins at `first`; `first` itself
// when it is none.
std::size_t Tokenizer::end_of_chain(std::size_t first) const {
  constexpr std::size_t kMaxNumbers = 5;
  constexpr std::uint32_t kMaxDigits = 5;
  std::size_t last = first;
  while (last < atoms_.size() && last - first < kMaxNumbers && is_digits(last) &&
         atoms_[last].digits <= kMaxDigits) {
    ++last;
    if (atoms_[last - 1].gap != Gap::kHyphen) break;
  }
  return last;
}

// `L. 311-1`, `L311-1`, `R.*421-1`: one word, `l311-1`, without parts: another article that shares
// a number is another one. `2013-504`, the number of a law; `2012-2013` are two years.
std::size_t Tokenizer::join_reference(std::string_view text, std::size_t first) {
  const std::string_view atom = atom_text(text, first);
  std::size_t chain = first + 1;  // the first atom that is but digits
  if (is_digits(first)) {
    const bool is_year = atom.size() == 4 && (atom.starts_with("19") || atom.starts_with("20"));
    const bool has_one_more = atoms_[first].gap == Gap::kHyphen && end_of_chain(first) == first + 2;
    if (!is_year || !has_one_more) return first;
    const std::string_view number = atom_text(text, first + 1);
    const bool is_later_year = number.size() == 4 && number[0] <= '2';
    if (number.size() < 3 || number.size() > 4 || is_later_year) return first;
  } else if (atoms_[first].digits == 0) {
    if (chain == atoms_.size() || atom.size() > 2 ||
        !is_after_code_letter(gap_after(text, first)) ||
        !is_code_letter(atom, gap_after(text, first).starts_with('.'))) {
      return first;
    }
    if (end_of_chain(chain) < chain + 2) return first;
  } else {
    const std::size_t letters = atom.find_first_of("0123456789");
    if (letters == 0 || letters > 2 || atom.size() - letters != atoms_[first].digits ||
        atoms_[first].gap != Gap::kHyphen || !is_code_letter(atom.substr(0, letters), true) ||
        end_of_chain(chain) == chain) {
      return first;
    }
  }
  const std::size_t last = end_of_chain(chain);
  std::string& surface = new_surface(text, first, std::min(first + 1, last));
  for (std::size_t i = first + 1; i < last; ++i) {
    if (i > chain || atoms_[first].digits > 0) surface += '-';
    surface += atom_text(text, i);
  }
  words_.push_back({atoms_[first].begin, atoms_[last - 1].end, position_++, surface, false});
  return last;
}

// Two decimals at most, because `1.234` is a thousand; `12.5.2012` and `1.81.0` are none.
bool Tokenizer::has_decimal_point(std::size_t i) const {
  constexpr std::uint32_t kMaxDigits = 18;
  constexpr std::uint32_t kMaxDecimals = 2;
  const auto is_dotted = [&](std::size_t at) {
    return atoms_[at].gap == Gap::kDot && is_digits(at) && is_digits(at + 1);
  };
  return is_dotted(i) && atoms_[i].digits <= kMaxDigits && atoms_[i + 1].digits <= kMaxDecimals &&
         !is_dotted(i + 1) && (i == 0 || !is_dotted(i - 1));
}

// `1,2M€`: decimals with a unit behind, `1,2M`.
std::size_t Tokenizer::join_amount(std::string_view text, std::size_t first) {
  if (atoms_[first].gap != Gap::kComma || atoms_[first + 1].digits == 0) return first;
  constexpr std::size_t kMaxDecimals = 3;
  const std::string_view atom = atom_text(text, first + 1);
  const std::size_t digits = std::min(atom.find_first_not_of("0123456789"), atom.size());
  const std::string unit = lower(atom.substr(digits));
  if (digits == 0 || digits > kMaxDecimals || atoms_[first].digits > 18 ||
      !(base::is_one_of(unit, kUnits) || base::is_one_of(unit, kAmounts))) {
    return first;
  }
  std::string& surface = new_surface(text, first, first + 1);
  (surface += ',') += atom;
  words_.push_back({atoms_[first].begin, atoms_[first + 1].end, position_++, surface, false});
  return first + 2;
}

// The atom after the unit that follows a number and a blank, `at` when none does.
std::size_t Tokenizer::end_of_unit(std::string_view text, std::size_t at) const {
  if (at >= atoms_.size() || atoms_[at - 1].gap != Gap::kSpace ||
      atoms_[at].gap == Gap::kApostrophe) {
    return at;
  }
  const std::string_view word = atom_text(text, at);
  if (word == "h" || word == "H") {
    const bool is_hour =
        atoms_[at - 1].digits <= 2 &&
        (at < 2 || atoms_[at - 2].gap == Gap::kOther || atoms_[at - 2].gap == Gap::kSpace);
    if (!is_hour) return at;
    const bool has_minutes =
        atoms_[at].gap == Gap::kSpace && is_digits(at + 1) && atoms_[at + 1].digits == 2;
    return at + (has_minutes ? 2 : 1);
  }
  return is_unit(word, text.substr(atoms_[at].end)) ? at + 1 : at;
}

// `20 km`, `12 h 30`, `39 bis`, `1,2 M€`: their parts, then the whole as it is written without
// blanks, `20km`. Ordinary numbers stay what they are.
std::size_t Tokenizer::join_quantity(std::string_view text, std::size_t first) {
  if (!is_digits(first)) return first;
  if (const std::size_t after = join_amount(text, first); after != first) return after;
  const std::size_t number = words_.size();
  std::size_t last = join_number(text, first);
  const std::size_t end = end_of_unit(text, std::max(last, first + 1));
  if (end == std::max(last, first + 1)) return last;
  if (last == first) add_word(text, first, ++last);
  std::string& whole = new_surface(text, first, first);
  whole = words_[number].surface;
  for (; last < end; ++last) {
    whole += atom_text(text, last);
    add_word(text, last, last + 1);
  }
  words_.push_back(
      {words_[number].begin, atoms_[end - 1].end, words_[number].position, whole, true});
  return end;
}

// `G 20`, `A 86`: summits and roads, as `G20`; `R & D` as `R&D`.
std::size_t Tokenizer::join_capital(std::string_view text, std::size_t first) {
  const std::string_view letter = atom_text(text, first);
  const std::size_t second = first + 1;
  if (letter.size() != 1 || !is_capital(letter.front()) || second == atoms_.size()) return first;
  constexpr std::string_view kNumbered = "GANDE";
  if (atoms_[first].gap == Gap::kSpace && is_digits(second) && atoms_[second].digits <= 4 &&
      kNumbered.find(letter.front()) != std::string_view::npos) {
    add_compound(text, first, second + 1);
    return second + 1;
  }
  const std::string_view other = atom_text(text, second);
  if (gap_after(text, first) != " & " || other.size() != 1 || !is_capital(other.front())) {
    return first;
  }
  std::string& surface = new_surface(text, first, second);
  (surface += '&') += other;
  words_.push_back({atoms_[first].begin, atoms_[second].end, position_++, surface, false});
  return second + 1;
}

// `St-Denis`, `Ste Marie`: `St` before a name is read as `Saint`.
void Tokenizer::mark_saints(std::string_view text) {
  struct Saint {
    std::string_view written;
    std::string_view read_as;
  };
  constexpr auto kSaints = std::to_array<Saint>(
      {{"st", "saint"}, {"ste", "sainte"}, {"sts", "saints"}, {"stes", "saintes"}});
  for (std::size_t i = 0; i + 1 < atoms_.size(); ++i) {
    const std::string_view atom = text.substr(atoms_[i].begin, atoms_[i].end - atoms_[i].begin);
    if (atom.size() < 2 || atom.size() > 4 || atom[1] != 't') continue;
    const std::string_view gap = gap_after(text, i);
    const char next = text[atoms_[i + 1].begin];
    const bool is_before_capital = is_capital(next) || next == '\xC3';
    const bool is_apart = atom.front() == 'S' && is_before_capital && (gap == " " || gap == ". ");
    const bool is_joined = gap == "-" && atoms_[i + 1].digits == 0;
    if (!is_apart && !is_joined) continue;
    for (const auto& [written, read_as] : kSaints) {
      if (lower(atom) == written) atoms_[i].read_as = read_as;
    }
  }
}

}  // namespace pressoir::text
