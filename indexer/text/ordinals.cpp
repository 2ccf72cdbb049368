#include "indexer/text/ordinals.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pressoir::text {
namespace {

// Endings as people write them, not only those of the Imprimerie nationale (`2e`, `1re`): `2ème`,
// `2ièmes` are written too.
std::string arabic_ordinal(std::string_view folded) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"e", "eme", "emes", "ieme", "iemes", "er", "ers", "re", "res", "ere", "eres", "nd", "nde"});
  const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
  if (digits == 0) return {};
  const std::string_view ending = folded.substr(digits);
  const bool is_ordinal = std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
  return is_ordinal ? std::string(folded.substr(0, digits)) += 'e' : std::string();
}

// The value of a number in x, v and i as it is usually written, 0 for other letters. No larger
// digits: `le`, `ce` and `me` are words, and what is counted in them is seldom above 39.
int roman_number(std::string_view folded) {
  int value = 0;
  for (; folded.starts_with('x') && value < 30; folded.remove_prefix(1)) value += 10;
  constexpr std::array<std::string_view, 10> kUnits = {"",  "i",  "ii",  "iii",  "iv",
                                                       "v", "vi", "vii", "viii", "ix"};
  const auto unit = std::find(kUnits.begin(), kUnits.end(), folded);
  return unit == kUnits.end() ? 0 : value + static_cast<int>(unit - kUnits.begin());
}

// `19e` of `xixe` and `xixeme`, `1e` of `ier`; empty for other words.
std::string roman_ordinal(std::string_view folded) {
  if (folded == "vie") return {};  // far more often a word than `VIe`
  for (const std::string_view ending : {"eme", "emes", "ieme", "iemes", "er", "ere", "re", "e"}) {
    if (!folded.ends_with(ending)) continue;
    const int number = roman_number(folded.substr(0, folded.size() - ending.size()));
    const bool is_first = ending == "er" || ending == "ere" || ending == "re";
    if (number > 0 && (!is_first || number == 1)) return std::to_string(number) += 'e';
  }
  return {};
}

// From 2 on. Those with a hyphen are phrases; `second` and `tiers` are other words too.
constexpr auto kInWords = std::to_array<std::string_view>(
    {"deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
     "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième",
     "seizième"});

}  // namespace

std::string ordinal_of(std::string_view folded) {
  if (folded.empty()) return {};
  const bool is_arabic = folded.front() >= '0' && folded.front() <= '9';
  return is_arabic ? arabic_ordinal(folded) : roman_ordinal(folded);
}

std::string ordinal_in_words(std::string_view lemma) {
  if (lemma == "premier") return "1e";
  if (lemma == "vingtième") return "20e";
  if (!lemma.ends_with("ième")) return {};
  const auto found = std::find(kInWords.begin(), kInWords.end(), lemma);
  if (found == kInWords.end()) return {};
  return std::to_string(found - kInWords.begin() + 2) += 'e';
}

}  // namespace pressoir::text
