#include "indexer/extract/people/name_matcher.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/people/word_ids.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::extract::people {
namespace {

// How many of kKinds may stand in a row before the name.
constexpr std::size_t kMaxKinds = 2;

// What is named after people.
constexpr std::array<std::string_view, 92> kNamedThings = {
    "rue",        "avenue",       "boulevard",    "bd",        "place",      "quai",
    "pont",       "square",       "esplanade",    "allee",     "allees",     "cours",
    "chaussee",   "impasse",      "voie",         "route",     "promenade",  "parvis",
    "jardin",     "jardins",      "ecole",        "college",   "lycee",      "lycees",
    "universite", "campus",       "faculte",      "centre",    "hopital",    "hopitaux",
    "chu",        "clinique",     "maternite",    "residence", "ehpad",      "creche",
    "aeroport",   "airport",      "roissy",       "terminal",  "aerogare",   "gare",
    "station",    "metro",        "tramway",      "stade",     "gymnase",    "piscine",
    "complexe",   "salle",        "amphitheatre", "amphi",     "auditorium", "theatre",
    "musee",      "bibliotheque", "mediatheque",  "espace",    "maison",     "hotel",
    "villa",      "cite",         "quartier",     "zac",       "fondation",  "fondations",
    "institut",   "association",  "cercle",       "prix",      "bourse",     "bourses",
    "trophee",    "coupe",        "challenge",    "tournoi",   "avions",     "fregate",
    "navire",     "paquebot",     "parc",         "tour",      "immeuble",   "promotion",
    "batiment",   "caserne",      "barrage",      "loi",       "lois",       "statue",
    "memorial",   "monument"};

// What may stand between these and the name: `aéroport international Charles de Gaulle`.
constexpr std::array<std::string_view, 26> kKinds = {
    "international", "internationale", "europeen",    "europeenne", "national",      "nationale",
    "regional",      "departemental",  "municipal",   "municipale", "universitaire", "public",
    "publique",      "prive",          "general",     "polyvalent", "professionnel", "technique",
    "technologique", "agricole",       "elementaire", "maternelle", "primaire",      "hospitalier",
    "nucleaire",     "culturel"};

// What a name goes on with when it is that of a line, a station or an airport: `Charles de Gaulle
// Express`.
constexpr std::array<std::string_view, 3> kNameTails = {"express", "etoile", "airport"};

// Surnames that are also what somebody is called by, `Monsieur le Maire`.
constexpr std::string_view kCommonSurname = "Le Maire";

std::vector<WordId> ids_of(std::string_view name, WordIds& word_ids) {
  std::vector<WordId> ids;
  const std::string slug = text::slug(name);
  for (std::string_view rest = slug; !rest.empty();) {
    ids.push_back(word_ids.add(base::take_until(rest, "-")));
  }
  return ids;
}

// What stands before the name of a ship or a station (`le Charles de Gaulle`), never of a person.
bool names_a_thing(WordId before) {
  return before == kLe || before == kLa || before == kLes || before == kDu || before == kDes ||
         before == kAu || before == kAux;
}

// A further word of a name: `M. Philippe Martin`, `Mme Royal-Dupont`. Words in capitals only
// (`M. MONTEBOURG Le projet`) are no sign of one.
bool goes_on(const TokenizedText& tokens, const NameMatch& match) {
  const Gap gap = tokens.gap_after(match.end - 1);
  if (gap == Gap::kHyphen) return tokens.is_capitalized(match.end);
  if (gap != Gap::kSpace || !tokens.is_capitalized(match.end)) return false;
  const WordId next = tokens.id(match.end);
  return next == kUnknownWord || next > kLastGrammarWord;
}

}  // namespace

NameMatcher::NameMatcher(const gazetteer::Gazetteer& gazetteer, WordIds& word_ids) {
  std::uint32_t index = 0;
  for (const gazetteer::Person& person : gazetteer.people()) {
    add_name(person.name, index, word_ids);
    for (const std::string& alias : person.aliases) add_name(alias, index, word_ids);
    ++index;
  }
  for (const std::string_view word : kNamedThings) named_things_.add(word_ids.add(word));
  for (const std::string_view word : kKinds) kinds_.add(word_ids.add(word));
  for (const std::string_view word : kNameTails) name_tails_.add(word_ids.add(word));
  common_surname_ = ids_of(kCommonSurname, word_ids);
}

std::optional<NameMatch> NameMatcher::full_name_at(const TokenizedText& tokens,
                                                   std::size_t at) const {
  const std::optional<NameMatch> match = longest(full_names_, tokens, at);
  if (!match) return std::nullopt;
  const bool is_cut =
      (at > 0 && tokens.gap_after(at - 1) == Gap::kHyphen) ||
      (tokens.gap_after(match->end - 1) == Gap::kHyphen && tokens.is_capitalized(match->end));
  const bool is_name = tokens.is_capitalized(at) && tokens.is_capitalized(match->end - 1);
  return is_cut || !is_name || is_thing(tokens, *match) ? std::nullopt : match;
}

std::optional<NameMatch> NameMatcher::surname_at(const TokenizedText& tokens,
                                                 std::size_t at) const {
  std::optional<NameMatch> match = longest(surnames_, tokens, at);
  if (!match || goes_on(tokens, *match)) return std::nullopt;
  match->is_common = match->end - at == common_surname_.size() &&
                     tokens.id(match->end - 1) == common_surname_.back();
  // `M. Le Maire de Lyon`.
  if (match->is_common && tokens.is_joined(match->end - 1) && is_connector(tokens.id(match->end))) {
    return std::nullopt;
  }
  for (std::size_t word = match->first; word < match->end; ++word) {
    const WordId id = tokens.id(word);
    const bool is_particle = is_connector(id) || id == kL;
    if (!is_particle && !tokens.is_capitalized(word)) return std::nullopt;
  }
  return match;
}

// A surname with a particle is also found without it: `M. de Villepin`, `M. Villepin`.
void NameMatcher::add_name(std::string_view name, std::uint32_t person, WordIds& word_ids) {
  const std::size_t space = std::min(name.find(' '), name.size());
  const std::vector<WordId> given = ids_of(name.substr(0, space), word_ids);
  std::vector<WordId> surname = ids_of(name.substr(space), word_ids);
  if (given.empty() || surname.empty()) return;
  std::vector<WordId> direct = given;
  direct.insert(direct.end(), surname.begin(), surname.end());
  full_names_.add(direct, person);
  std::vector<WordId> inverted = surname;
  inverted.insert(inverted.end(), given.begin(), given.end());
  full_names_.add(inverted, person);
  surnames_.add(surname, person);
  while (surname.size() > 1 && is_connector(surname.front())) {
    surname.erase(surname.begin());
    surnames_.add(surname, person);
  }
}

// The longest, because `Nathalie Kosciusko` and `Nathalie Kosciusko-Morizet` are two names of one
// person.
std::optional<NameMatch> NameMatcher::longest(const WordTrie& trie, const TokenizedText& tokens,
                                              std::size_t at) const {
  std::optional<NameMatch> match;
  WordTrie::Node node = WordTrie::kRoot;
  for (std::size_t word = at; word < tokens.size(); ++word) {
    node = trie.step(node, tokens.id(word));
    if (node == WordTrie::kRoot) break;
    if (!trie.values(node).empty()) {
      match = NameMatch{.first = at, .end = word + 1, .people = trie.values(node)};
    }
    if (!tokens.is_joined(word)) break;
  }
  return match;
}

// `rue Michel Debré`, `hôpital européen Georges-Pompidou`, `le Charles-de-Gaulle`, `Charles de
// Gaulle Express`: a person's full name never follows an article.
bool NameMatcher::is_thing(const TokenizedText& tokens, const NameMatch& match) const {
  if (tokens.is_joined(match.end - 1) && name_tails_.contains(tokens.id(match.end))) return true;
  std::size_t before = match.first;
  const auto steps_over = [&](const WordSet& words) {
    return before > 0 && tokens.is_joined(before - 1) && words.contains(tokens.id(before - 1));
  };
  if (before > 0 && tokens.gap_after(before - 1) == Gap::kSpace &&
      names_a_thing(tokens.id(before - 1))) {
    return true;
  }
  while (before + kMaxKinds > match.first && steps_over(kinds_)) --before;
  if (steps_over(named_things_)) return true;
  // `Centre hospitalier Marc Jacquet` and, between a thing and the name, another proper name.
  const bool has_name_between = before == match.first && before > 1 &&
                                tokens.is_joined(before - 1) && tokens.is_capitalized(before - 1) &&
                                !is_connector(tokens.id(before - 1));
  if (!has_name_between) return false;
  --before;
  return steps_over(named_things_);
}

}  // namespace pressoir::extract::people
