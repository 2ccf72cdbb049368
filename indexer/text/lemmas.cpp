#include "indexer/text/lemmas.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text/fold.hpp"
#include "indexer/text/grammar.hpp"
#include "indexer/text/lexicon/lexicon.hpp"
#include "indexer/text/ordinals.hpp"

namespace pressoir::text {
namespace {

using lexicon::Part;
using lexicon::Reading;
using lexicon::Readings;

std::string key_of(const Reading& reading) {
  switch (reading.part) {
    case Part::kVerb:
      return "v:" + reading.lemma;
    case Part::kName:
      return "p:" + reading.lemma;
    case Part::kNominal:
      break;
  }
  std::string ordinal = ordinal_in_words(reading.lemma);
  return ordinal.empty() ? reading.lemma : ordinal;
}

std::string join_sorted(std::vector<std::string>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::string list;
  for (const std::string& key : keys) {
    if (!list.empty()) list += kLemmaSeparator;
    list += key;
  }
  return list;
}

std::string to_list(const Readings& readings) {
  if (readings.size() == 1) return key_of(readings.front());
  std::vector<std::string> keys;
  for (const Reading& reading : readings) keys.push_back(key_of(reading));
  return join_sorted(keys);
}

// Names and verbs do not make feminines and plurals of nouns.
void keep_nominal(Readings& readings) {
  std::erase_if(readings, [](const Reading& reading) { return reading.part != Part::kNominal; });
}

struct Ending {
  std::string_view feminine;
  std::string_view masculine;
};
// Of nouns of professions and offices, which are made of any noun in -eur.
constexpr auto kFeminineEndings =
    std::to_array<Ending>({{"trice", "teur"}, {"euse", "eur"}, {"eure", "eur"}});

// The readings of the masculine noun; none when the word is none in the feminine.
Readings masculine(std::string_view exact) {
  const auto& lexicon = lexicon::french();
  if (exact.ends_with('s')) exact.remove_suffix(1);
  for (const auto& [feminine, masculine] : kFeminineEndings) {
    if (!exact.ends_with(feminine)) continue;
    const std::string_view stem = exact.substr(0, exact.size() - feminine.size());
    Readings readings = lexicon.look_up(std::string(stem).append(masculine));
    keep_nominal(readings);
    if (!readings.empty()) return readings;
  }
  return {};
}

// The singular of an unknown word; the word itself when it is none in the plural. Shorter words are
// abbreviations, words in -ss are no plurals.
std::string singular(std::string_view folded) {
  constexpr std::size_t kLeastLetters = 4;
  if (folded.size() < kLeastLetters || folded.ends_with("ss")) return std::string(folded);
  if (folded.ends_with("aux") && !folded.ends_with("eaux")) {
    return std::string(folded.substr(0, folded.size() - 2)) += 'l';
  }
  const bool is_plural =
      folded.ends_with('s') || folded.ends_with("eux") || folded.ends_with("eaux");
  return std::string(folded.substr(0, folded.size() - (is_plural ? 1 : 0)));
}

// Of a word that is not in the lexicon.
std::string lemmas_of_unknown(std::string_view exact, std::string_view folded) {
  if (const Readings readings = masculine(exact); !readings.empty()) return to_list(readings);
  std::string base = singular(folded);
  if (base.size() == folded.size()) return base;
  // `wikis` of a known `wiki`, but no plural of a verb or a name.
  Readings readings = lexicon::french().look_up_folded(base);
  keep_nominal(readings);
  return readings.empty() ? base : to_list(readings);
}

bool is_word_of_letters(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string lemmas_of(std::string_view exact, std::string_view folded) {
  if (is_stopword(exact)) return std::string("s:").append(exact);
  if (std::string ordinal = ordinal_of(folded); !ordinal.empty()) return ordinal;
  if (!is_word_of_letters(folded)) return std::string(folded);
  const auto& lexicon = lexicon::french();
  Readings readings = lexicon.look_up(exact);
  if (readings.empty()) readings = lexicon.look_up_folded(folded);
  return readings.empty() ? lemmas_of_unknown(exact, folded) : to_list(readings);
}

std::vector<std::string_view> split_lemmas(std::string_view list) {
  std::vector<std::string_view> lemmas;
  while (true) {
    const std::size_t end = list.find(kLemmaSeparator);
    lemmas.push_back(list.substr(0, end));
    if (end == std::string_view::npos) return lemmas;
    list.remove_prefix(end + 1);
  }
}

// Sorted, so that equal sets are one string: lists of postings are found by it.
std::string join_lemmas(const std::vector<std::string>& lists) {
  std::vector<std::string> keys;
  for (const std::string& list : lists) {
    for (const std::string_view lemma : split_lemmas(list)) keys.emplace_back(lemma);
  }
  return join_sorted(keys);
}

std::string nominal_lemmas(std::string_view list) {
  std::string nominal;
  for (const std::string_view lemma : split_lemmas(list)) {
    if (lemma.starts_with("v:")) continue;
    if (!nominal.empty()) nominal += kLemmaSeparator;
    nominal += lemma;
  }
  return nominal;
}

std::string key_in_names(std::string_view list) {
  const std::string nominal = nominal_lemmas(list);
  return fold(nominal.empty() ? list : nominal);
}

std::string lemmas_with_any_accents(std::string_view folded) {
  if (!is_word_of_letters(folded)) return "";
  return to_list(lexicon::french().look_up_folded(folded));
}

bool share_a_lemma(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> others = split_lemmas(b);
  const std::vector<std::string_view> lemmas = split_lemmas(a);
  return std::any_of(lemmas.begin(), lemmas.end(), [&](std::string_view lemma) {
    return std::find(others.begin(), others.end(), lemma) != others.end();
  });
}

}  // namespace pressoir::text
