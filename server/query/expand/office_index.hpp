// The offices that a query names: `ministre du redressement productif`, whatever its accents, its
// articles and its number.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::query::expand {

// Does not change once made: any number of threads may read it.
class OfficeIndex {
 public:
  explicit OfficeIndex(const gazetteer::Gazetteer& gazetteer);

  // Who held the office that `stems` are the full words of, in the order of the title, oldest
  // first; one who kept it under the next government held it once. None when it is no office: an
  // office has two full words at least.
  std::span<const gazetteer::Term> holders(std::span<const std::string> stems) const;

  // The most full words that an office has.
  std::size_t longest() const { return longest_; }

 private:
  void add(const std::string& title, const gazetteer::Office& office, text::Analyzer& analyzer);

  std::map<std::string, std::vector<gazetteer::Term>> holders_;  // by stems, a blank apart
  std::size_t longest_ = 0;
};

}  // namespace pressoir::query::expand
