#include "indexer/extract/name_matcher.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/extract/grammar_words.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::extract {
namespace {

// What is named after people.
constexpr std::array<std::string_view, 40> kPlaceWords = {
    "rue",    "avenue",       "boulevard",   "bd",        "place",     "quai",     "pont",
    "square", "esplanade",    "allee",       "allees",    "cours",     "ecole",    "college",
    "lycee",  "universite",   "campus",      "centre",    "hopital",   "chu",      "aeroport",
    "roissy", "gare",         "station",     "stade",     "gymnase",   "salle",    "amphitheatre",
    "musee",  "bibliotheque", "mediatheque", "espace",    "fondation", "institut", "prix",
    "avions", "parc",         "immeuble",    "promotion", "batiment"};

std::vector<WordId> word_ids(std::string_view name, Vocabulary& vocabulary) {
  std::vector<WordId> ids;
  const std::string slug = text::slug(name);
  for (std::size_t at = 0; at < slug.size();) {
    const std::size_t end = std::min(slug.find('-', at), slug.size());
    ids.push_back(vocabulary.add(std::string_view(slug).substr(at, end - at)));
    at = end + 1;
  }
  return ids;
}

// A further word of a name: `M. Philippe Martin`, `Mme Royal-Dupont`. Words in capitals only
// (`M. MONTEBOURG Le projet`) are no sign of one.
bool goes_on(const TextReading& reading, const NameMatch& match) {
  const Gap gap = reading.gap_after(match.end - 1);
  if (gap == Gap::kHyphen) return reading.is_capitalized(match.end);
  if (gap != Gap::kSpace || !reading.is_capitalized(match.end)) return false;
  const WordId next = reading.id(match.end);
  return next == kUnknownWord || next > kLastGrammarWord;
}

}  // namespace

NameMatcher::NameMatcher(const gazetteer::Gazetteer& gazetteer, Vocabulary& vocabulary) {
  std::uint32_t index = 0;
  for (const gazetteer::Person& person : gazetteer.people()) {
    add_name(person.name, index, vocabulary);
    for (const std::string& alias : person.aliases) add_name(alias, index, vocabulary);
    ++index;
  }
  for (const std::string_view word : kPlaceWords) {
    const WordId id = vocabulary.add(word);
    if (id >= is_place_word_.size()) is_place_word_.resize(id + 1);
    is_place_word_[id] = true;
  }
}

std::optional<NameMatch> NameMatcher::full_name_at(const TextReading& reading,
                                                   std::size_t at) const {
  const std::optional<NameMatch> match = longest(full_names_, reading, at);
  if (!match) return std::nullopt;
  const bool is_cut =
      (at > 0 && reading.gap_after(at - 1) == Gap::kHyphen) ||
      (reading.gap_after(match->end - 1) == Gap::kHyphen && reading.is_capitalized(match->end));
  const bool is_name = reading.is_capitalized(at) && reading.is_capitalized(match->end - 1);
  return is_cut || !is_name || is_place(reading, *match) ? std::nullopt : match;
}

std::optional<NameMatch> NameMatcher::surname_at(const TextReading& reading, std::size_t at) const {
  const std::optional<NameMatch> match = longest(surnames_, reading, at);
  if (!match || goes_on(reading, *match)) return std::nullopt;
  for (std::size_t word = match->first; word < match->end; ++word) {
    const WordId id = reading.id(word);
    const bool is_particle = is_connector(id) || id == kL;
    if (!is_particle && !reading.is_capitalized(word)) return std::nullopt;
  }
  return match;
}

void NameMatcher::add_name(std::string_view name, std::uint32_t person, Vocabulary& vocabulary) {
  const std::size_t space = std::min(name.find(' '), name.size());
  const std::vector<WordId> given = word_ids(name.substr(0, space), vocabulary);
  std::vector<WordId> surname = word_ids(name.substr(space), vocabulary);
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

std::optional<NameMatch> NameMatcher::longest(const WordTrie& trie, const TextReading& reading,
                                              std::size_t at) const {
  std::optional<NameMatch> match;
  WordTrie::Node node = WordTrie::kRoot;
  for (std::size_t word = at; word < reading.size(); ++word) {
    node = trie.step(node, reading.id(word));
    if (node == WordTrie::kRoot) break;
    if (!trie.values(node).empty()) {
      match = NameMatch{.first = at, .end = word + 1, .people = trie.values(node)};
    }
    if (!reading.is_joined(word)) break;
  }
  return match;
}

// `rue Michel Debré`, `hôpital européen Georges-Pompidou`, `le Charles-de-Gaulle`.
bool NameMatcher::is_place(const TextReading& reading, const NameMatch& match) const {
  const auto is_place_word = [&](std::size_t at) {
    const WordId id = reading.id(at);
    return id < is_place_word_.size() && is_place_word_[id] && reading.is_joined(at);
  };
  if (match.first == 0 || !reading.is_joined(match.first - 1)) return false;
  if (is_place_word(match.first - 1)) return true;
  const WordId before = reading.id(match.first - 1);
  const bool is_hyphened = reading.gap_after(match.end - 2) == Gap::kHyphen &&
                           reading.gap_after(match.first) == Gap::kHyphen;
  if (is_hyphened && (is_article(before) || before == kAu)) return true;
  return match.first > 1 && is_place_word(match.first - 2) && !is_connector(before) &&
         (is_hyphened || reading.is_capitalized(match.first - 1));
}

}  // namespace pressoir::extract
