#include "server/query/expand/synonym_index.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pressoir::query::expand {
namespace {

std::vector<std::string> full_words(const std::string& name, text::Analyzer& analyzer) {
  std::vector<std::string> stems;
  for (const text::Token& token : analyzer.analyze(name)) {
    if (!token.is_stopword && !token.is_compound) stems.emplace_back(token.stem);
  }
  return stems;
}

}  // namespace

SynonymIndex::SynonymIndex(std::span<const gazetteer::SynonymSet> sets) {
  text::Analyzer analyzer;
  for (const gazetteer::SynonymSet& set : sets) {
    for (const std::string& name : set.names) {
      std::vector<std::string> stems = full_words(name, analyzer);
      longest_ = std::max(longest_, stems.size());
      std::vector<std::string>& others = others_[std::move(stems)];
      std::remove_copy(set.names.begin(), set.names.end(), std::back_inserter(others), name);
    }
  }
}

std::span<const std::string> SynonymIndex::other_names(std::span<const std::string> stems) const {
  if (stems.size() > longest_) return {};
  const auto found = others_.find({stems.begin(), stems.end()});
  if (found == others_.end()) return {};
  return found->second;
}

}  // namespace pressoir::query::expand
