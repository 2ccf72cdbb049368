#include "server/search/office_index.hpp"

#include <algorithm>

namespace pressoir::search {

OfficeIndex::OfficeIndex(const gazetteer::Gazetteer& gazetteer) {
  text::Analyzer analyzer;
  for (const gazetteer::Office& office : gazetteer.offices()) {
    add(office.title, office, analyzer);
    if (!office.full_title.empty()) add(office.full_title, office, analyzer);
  }
  for (auto& [title, offices] : holders_) {
    std::sort(offices.begin(), offices.end(), [](const auto* a, const auto* b) {
      return a->first_day < b->first_day;
    });
  }
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
  if (words < 2) return;
  std::vector<const gazetteer::Office*>& offices = holders_[key];
  if (offices.empty() || offices.back() != &office) offices.push_back(&office);
  longest_ = std::max(longest_, words);
}

std::span<const gazetteer::Office* const> OfficeIndex::holders(
    std::span<const std::string> stems) const {
  std::string key;
  for (const std::string& stem : stems) key.append(key.empty() ? "" : " ").append(stem);
  const auto found = holders_.find(key);
  if (found == holders_.end()) return {};
  return found->second;
}

}  // namespace pressoir::search
