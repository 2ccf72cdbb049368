// The words of French from which titles of office and forms of address are built, and those that
// make an office another country's. Tables only, known when the program is compiled.
#pragma once

#include "indexer/extract/people/word_ids.hpp"

#include <array>
#include <string_view>

namespace pressoir::extract::people {

// Every WordIds gives these words these numbers, so that a grammar may be written as a switch.
enum GrammarWord : WordId {
  kLe = 1,
  kLa,
  kLes,
  kL,
  kDe,
  kDu,
  kDes,
  kD,
  kA,
  kAu,
  kAux,
  kEn,
  kEt,
  kM,
  kMm,
  kMme,
  kMmes,
  kMlle,
  kMonsieur,
  kMessieurs,
  kMadame,
  kMesdames,
  kMademoiselle,
  kMe,
  kMinistre,
  kMinistres,
  kSecretaire,
  kEtat,
  kPremier,
  kPremiere,
  kPresident,
  kPresidente,
  kRepublique,
  kGarde,
  kSceaux,
  kHaut,
  kHaute,
  kCommissaire,
  kPorte,
  kParole,
  kDelegue,
  kDeleguee,
  kCharge,
  kChargee,
  kCharges,
  kChargees,
  kAupres,
  kAncien,
  kAncienne,
  kAnciens,
  kAnciennes,
  kEx,
  kVice,
  kFutur,
  kFuture,
  kSous,
  kHomologue,
  kPetites,
  kMoyennes,
  kEntreprises,
  kTres,
  kPme,
  kTpe,
  kLastGrammarWord = kTpe,
};

// In the order of GrammarWord.
inline constexpr std::array<std::string_view, kLastGrammarWord> kGrammarWords = {
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

// Classes of words, by the order of GrammarWord: inserting a word there must keep these ranges.
constexpr bool is_article(WordId word) {
  return word >= kLe && word <= kL;
}
constexpr bool is_connector(WordId word) {
  return word >= kDe && word <= kEn;
}
constexpr bool is_charged(WordId word) {
  return word >= kCharge && word <= kChargees;
}
// `ancien`, `ex`, `futur`, `vice`, `homologue`: whoever follows is not in the office.
constexpr bool is_former(WordId word) {
  return word >= kAncien && word <= kHomologue;
}
// `M.` to `Mademoiselle`; not `me`, which is the second half of `M<sup>me</sup>`.
constexpr bool is_civility(WordId word) {
  return word >= kM && word <= kMademoiselle;
}

// What makes an office another country's: `le Premier ministre britannique`, `le président de la
// République de Lettonie`. Folded; adjectives in the masculine singular, other forms are made from
// them.
inline constexpr std::array<std::string_view, 96> kNationalities = {
    "allemand",    "britannique", "anglais",    "ecossais",    "italien",        "espagnol",
    "portugais",   "belge",       "flamand",    "neerlandais", "luxembourgeois", "suisse",
    "autrichien",  "polonais",    "hongrois",   "tcheque",     "slovaque",       "slovene",
    "croate",      "serbe",       "bosniaque",  "kosovar",     "albanais",       "macedonien",
    "bulgare",     "roumain",     "moldave",    "grec",        "grecque",        "turc",
    "turque",      "chypriote",   "maltais",    "russe",       "ukrainien",      "bielorusse",
    "lituanien",   "letton",      "estonien",   "finlandais",  "suedois",        "norvegien",
    "danois",      "islandais",   "irlandais",  "americain",   "canadien",       "quebecois",
    "mexicain",    "cubain",      "haitien",    "bresilien",   "argentin",       "chilien",
    "colombien",   "venezuelien", "peruvien",   "japonais",    "chinois",        "coreen",
    "indien",      "pakistanais", "bangladais", "vietnamien",  "cambodgien",     "thailandais",
    "indonesien",  "australien",  "afghan",     "iranien",     "irakien",        "syrien",
    "libanais",    "jordanien",   "israelien",  "palestinien", "saoudien",       "qatari",
    "emirien",     "egyptien",    "libyen",     "tunisien",    "algerien",       "marocain",
    "mauritanien", "malien",      "senegalais", "ivoirien",    "nigerien",       "nigerian",
    "tchadien",    "camerounais", "gabonais",   "congolais",   "rwandais",       "armenien"};

inline constexpr std::array<std::string_view, 108> kCountries = {
    "allemagne",  "angleterre", "ecosse",      "galles",     "italie",       "espagne",
    "portugal",   "belgique",   "flandre",     "wallonie",   "luxembourg",   "monaco",
    "autriche",   "pologne",    "hongrie",     "tchequie",   "slovaquie",    "slovenie",
    "croatie",    "serbie",     "bosnie",      "kosovo",     "albanie",      "macedoine",
    "montenegro", "bulgarie",   "roumanie",    "moldavie",   "grece",        "turquie",
    "chypre",     "malte",      "russie",      "ukraine",    "bielorussie",  "lituanie",
    "lettonie",   "estonie",    "finlande",    "suede",      "norvege",      "danemark",
    "islande",    "irlande",    "canada",      "quebec",     "mexique",      "cuba",
    "haiti",      "bresil",     "argentine",   "chili",      "colombie",     "venezuela",
    "perou",      "japon",      "chine",       "coree",      "inde",         "pakistan",
    "bangladesh", "vietnam",    "cambodge",    "laos",       "thailande",    "indonesie",
    "malaisie",   "singapour",  "philippines", "australie",  "zelande",      "afghanistan",
    "iran",       "irak",       "syrie",       "liban",      "jordanie",     "israel",
    "palestine",  "arabie",     "qatar",       "koweit",     "emirats",      "yemen",
    "egypte",     "libye",      "tunisie",     "algerie",    "maroc",        "mauritanie",
    "mali",       "senegal",    "guinee",      "niger",      "nigeria",      "burkina",
    "tchad",      "cameroun",   "gabon",       "congo",      "centrafrique", "rwanda",
    "ethiopie",   "kenya",      "ouganda",     "madagascar", "armenie",      "georgie"};

}  // namespace pressoir::extract::people
