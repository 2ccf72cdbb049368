#include "server/query/expand/gazetteer_index.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/text/analyzer.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::query::expand {
namespace {

using Lemmas = std::vector<std::string>;

Lemmas lemmas_of(const std::string& name, text::Analyzer& analyzer) {
  Lemmas lemmas;
  for (const text::Token& token : analyzer.analyze(name)) {
    if (!token.is_stopword && !token.is_compound) lemmas.push_back(text::key_in_names(token.lemmas));
  }
  return lemmas;
}

// The short names of an office: `ministre de l’Économie` of `ministre de l’Économie, des Finances
// et de l’Industrie`, `ministre de la Justice` of `garde des Sceaux, ministre de la Justice`. The
// press seldom writes the whole title of a decree.
std::vector<std::string> names_of(const std::string& title) {
  std::vector<std::string> names = {title};
  for (std::size_t comma = title.find(','); comma != std::string::npos;
       comma = title.find(',', comma + 1)) {
    names.push_back(title.substr(0, comma));
    if (title.compare(comma, 11, ", ministre ") == 0) names.push_back(title.substr(comma + 2));
  }
  const std::size_t link = title.find(" et ");
  if (link != std::string::npos) names.push_back(title.substr(0, link));
  return names;
}

// `secrétaire d’État` and `ministre délégué` name a rank that dozens have held, not an office.
bool is_rank(const Lemmas& lemmas) {
  return lemmas.size() == 2 &&
         (lemmas[0] == "secretaire" || lemmas[1] == "delegue" || lemmas[1] == "etat");
}

// Nothing for a key that is not in the map.
template <typename Value>
std::span<const Value> find(const std::map<Lemmas, std::vector<Value>>& map,
                            std::span<const std::string> lemmas) {
  const auto found = map.find({lemmas.begin(), lemmas.end()});
  return found == map.end() ? std::span<const Value>() : std::span(found->second);
}

}  // namespace

OfficeIndex::OfficeIndex(const gazetteer::Gazetteer& gazetteer) {
  text::Analyzer analyzer;
  for (const gazetteer::Office& office : gazetteer.offices()) {
    std::vector<std::string> names = names_of(office.title);
    if (!office.full_title.empty()) names.push_back(office.full_title);
    for (const std::string& name : names) {
      Lemmas lemmas = lemmas_of(name, analyzer);
      // One word alone (`ministre`) is part of ordinary sentences.
      if (lemmas.size() < 2 || is_rank(lemmas)) continue;
      holders_[std::move(lemmas)].push_back(
          {office.title, office.person, office.first_day, office.last_day});
    }
  }
  // Sorts them, and joins terms under successive governments.
  for (auto& [lemmas, terms] : holders_) gazetteer::join_terms(terms);
}

std::span<const gazetteer::Term> OfficeIndex::holders(std::span<const std::string> lemmas) const {
  return find(holders_, lemmas);
}

SynonymIndex::SynonymIndex(std::span<const gazetteer::SynonymSet> sets) {
  text::Analyzer analyzer;
  for (const gazetteer::SynonymSet& set : sets) {
    for (const std::string& name : set.names) {
      std::vector<std::string>& others = others_[lemmas_of(name, analyzer)];
      std::remove_copy(set.names.begin(), set.names.end(), std::back_inserter(others), name);
    }
  }
}

std::span<const std::string> SynonymIndex::other_names(std::span<const std::string> lemmas) const {
  return find(others_, lemmas);
}

base::Result<const GazetteerNames*> GazetteerNames::load() {
  const auto gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return gazetteer.error();
  const auto synonyms = gazetteer::load_synonyms();
  if (!synonyms) return synonyms.error();
  static const GazetteerNames names{OfficeIndex(**gazetteer), SynonymIndex(*synonyms)};
  return &names;
}

}  // namespace pressoir::query::expand
