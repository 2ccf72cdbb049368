#include "server/query/expand/office_index.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::query::expand {
namespace {

// The short names of an office: `ministre de l’Économie` of `ministre de l’Économie, des Finances
// et de l’Industrie`, `ministre de la Justice` of `garde des Sceaux, ministre de la Justice`.
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

// `secrétaire d’État` names a rank, not an office.
bool is_rank(std::string_view key) {
  return key.find(' ') == key.rfind(' ') &&
         (key.starts_with("secretair ") || key.ends_with(" delegu") || key.ends_with(" etat"));
}

}  // namespace

OfficeIndex::OfficeIndex(const gazetteer::Gazetteer& gazetteer) {
  text::Analyzer analyzer;
  for (const gazetteer::Office& office : gazetteer.offices()) {
    for (const std::string& name : names_of(office.title)) add(name, office, analyzer);
    if (!office.full_title.empty()) add(office.full_title, office, analyzer);
  }
  for (auto& [title, terms] : holders_) gazetteer::join_terms(terms);
}

void OfficeIndex::add(const std::string& title, const gazetteer::Office& office,
                      text::Analyzer& analyzer) {
  std::string key;
  std::size_t words = 0;
  for (const text::Token& token : analyzer.analyze(title)) {
    if (token.is_stopword || token.is_compound) continue;
    key.append(key.empty() ? "" : " ").append(token.stem);
    ++words;
  }
  if (words < 2 || is_rank(key)) return;
  holders_[key].push_back({office.title, office.person, office.first_day, office.last_day});
  longest_ = std::max(longest_, words);
}

std::span<const gazetteer::Term> OfficeIndex::holders(std::span<const std::string> stems) const {
  std::string key;
  for (const std::string& stem : stems) key.append(key.empty() ? "" : " ").append(stem);
  const auto found = holders_.find(key);
  if (found == holders_.end()) return {};
  return found->second;
}

}  // namespace pressoir::query::expand
