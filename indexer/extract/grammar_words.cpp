#include "indexer/extract/grammar_words.hpp"

#include <array>
#include <string_view>

namespace pressoir::extract {
namespace {

// In the order of GrammarWord.
constexpr std::array<std::string_view, kLastGrammarWord> kWords = {
    "le",        "la",          "les",        "l",        "de",           "du",
    "des",       "d",           "a",          "au",       "aux",          "en",
    "et",        "m",           "mm",         "mme",      "mmes",         "mlle",
    "monsieur",  "messieurs",   "madame",     "mesdames", "mademoiselle", "me",
    "ministre",  "ministres",   "secretaire", "etat",     "premier",      "premiere",
    "president", "presidente",  "republique", "garde",    "sceaux",       "haut",
    "haute",     "commissaire", "porte",      "parole",   "delegue",      "deleguee",
    "charge",    "chargee",     "charges",    "chargees", "aupres",       "ancien",
    "ancienne",  "anciens",     "anciennes",  "ex",       "vice",         "futur",
    "future",    "sous",        "homologue",  "petites",  "moyennes",     "entreprises",
    "tres",      "pme",         "tpe"};

}  // namespace

void add_grammar_words(Vocabulary& vocabulary) {
  for (const std::string_view word : kWords) vocabulary.add(word);
}

}  // namespace pressoir::extract
