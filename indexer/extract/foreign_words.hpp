// What makes an office another country's: `le Premier ministre britannique`, `le président de la
// République de Lettonie`. Folded; adjectives in the masculine singular, other forms are made from
// them.
#pragma once

#include <array>
#include <string_view>

namespace pressoir::extract {

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

}  // namespace pressoir::extract
