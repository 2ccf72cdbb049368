#include "indexer/text/stopwords.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace pressoir::text {
namespace {

// Determiners, pronouns, prepositions, conjunctions, forms of être and avoir.
constexpr std::string_view kStopwords[] = {
    "a",      "afin",  "ai",     "aient",  "ainsi",  "alors",   "as",     "au",      "aucun",
    "aucune", "aura",  "auront", "aussi",  "autre",  "autres",  "aux",    "avaient", "avait",
    "avant",  "avec",  "avez",   "avoir",  "avons",  "ayant",   "c",      "car",     "ce",
    "ceci",   "cela",  "celle",  "celles", "celui",  "ces",     "cet",    "cette",   "ceux",
    "chez",   "ci",    "comme",  "d",      "dans",   "de",      "des",    "dont",    "du",
    "elle",   "elles", "en",     "entre",  "es",     "est",     "et",     "eu",      "eux",
    "furent", "fut",   "il",     "ils",    "j",      "je",      "jusqu",  "l",       "la",
    "le",     "les",   "leur",   "leurs",  "lorsqu", "lui",     "m",      "ma",      "mais",
    "me",     "mes",   "moi",    "mon",    "n",      "ne",      "ni",     "nos",     "notre",
    "nous",   "on",    "ont",    "ou",     "où",     "par",     "pas",    "pour",    "puisqu",
    "qu",     "quand", "que",    "quel",   "quelle", "quelles", "quels",  "qui",     "quoi",
    "s",      "sa",    "sans",   "se",     "selon",  "sera",    "seront", "ses",     "si",
    "soit",   "son",   "sont",   "sous",   "suis",   "sur",     "t",      "ta",      "te",
    "tes",    "toi",   "ton",    "tous",   "tout",   "toute",   "toutes", "tu",      "un",
    "une",    "vers",  "vos",    "votre",  "vous",   "y",       "à",      "étaient", "était",
    "étant",  "être",  "ça",     "ô",      "étions", "étiez"};

// The table is in the order of a French reader; bytes put accented letters last.
const auto& sorted_stopwords() {
  static const auto sorted = [] {
    std::array<std::string_view, std::size(kStopwords)> words;
    std::copy(std::begin(kStopwords), std::end(kStopwords), words.begin());
    std::sort(words.begin(), words.end());
    return words;
  }();
  return sorted;
}

}  // namespace

bool is_stopword(std::string_view word) noexcept {
  const auto& words = sorted_stopwords();
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace pressoir::text
