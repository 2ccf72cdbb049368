// Other names of what a query names: `Pôle emploi`, `ANPE` and `France Travail`.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::query::expand {

// Does not change once made: any number of threads may read it.
class SynonymIndex {
 public:
  explicit SynonymIndex(std::span<const gazetteer::SynonymSet> sets);

  // The other names of what `stems` are the full words of, in the order of the name; none when it
  // has none.
  std::span<const std::string> other_names(std::span<const std::string> stems) const;

  // The most full words that a name has.
  std::size_t longest() const { return longest_; }

 private:
  std::map<std::vector<std::string>, std::vector<std::string>> others_;  // by stems
  std::size_t longest_ = 0;
};

}  // namespace pressoir::query::expand
