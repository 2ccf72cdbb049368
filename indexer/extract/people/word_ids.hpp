// The words that names and titles of office are made of, as small numbers, and sets and sequences
// of such numbers: what makes a search for thousands of names and titles one pass over a text. The
// words of the grammar have fixed numbers, so that it may be written as a switch.
//
// The types are filled once, when a MinisterFinder is made, then read by any number of threads.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::people {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

// Words longer than this (bytes, folded) are part of no name or title.
inline constexpr std::size_t kMaxNameWordBytes = 48;

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

// Numbers words. Those of GrammarWord have theirs from the beginning.
class WordIds {
 public:
  WordIds();

  // The number of a folded word of [a-z0-9], which is added if need be. Numbers start at 1.
  WordId add(std::string_view folded);

  // Makes another spelling stand for a word, unless it is a word already.
  void add_spelling(std::string_view folded, WordId id);

  // kUnknownWord for any other word.
  WordId find(std::string_view folded) const noexcept;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  boost::unordered_flat_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  WordId count_ = 0;
};

// A set of words as flags by number: one look-up in an array for each word of a text.
class WordSet {
 public:
  void add(WordId word) {
    if (word >= flags_.size()) flags_.resize(word + 1);
    flags_[word] = true;
  }
  bool contains(WordId word) const { return word < flags_.size() && flags_[word]; }

 private:
  std::vector<bool> flags_;
};

// Sequences of words with values, looked up word by word:
//
//   WordTrie names;
//   names.add(ids_of("arnaud montebourg"), 17);
//   names.values(names.step(names.step(WordTrie::kRoot, arnaud), montebourg));  // {17}
class WordTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;  // also what step() returns when there is no way on

  // Adds a value to a sequence of words; the same value twice is kept once. Returns its node.
  Node add(std::span<const WordId> words, std::uint32_t value);

  Node step(Node node, WordId word) const;

  // The values of the sequence that ends at the node.
  std::span<const std::uint32_t> values(Node node) const { return values_[node]; }

  // The values of every sequence that goes through the node.
  std::span<const std::uint32_t> values_below(Node node) const { return below_[node]; }

 private:
  Node make_step(Node node, WordId word);

  // The first step is taken for every word of a text and is an array for that.
  std::vector<Node> first_;                                // from the root, by word
  boost::unordered_flat_map<std::uint64_t, Node> next_;    // by node and word, packed
  std::vector<std::vector<std::uint32_t>> values_ = {{}};  // by node
  std::vector<std::vector<std::uint32_t>> below_ = {{}};   // by node
};

}  // namespace pressoir::extract::people
