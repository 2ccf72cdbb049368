// The names of the gazetteer that a query may contain: offices with their holders, and synonyms.
//
// Both indexes are keyed by the folded lemmas of a name's full words (no stop words, no joined
// compounds) in their order, so that case, accents, articles and number do not matter: `Ministres
// du redressement productif` finds `ministre du Redressement productif`.
//
// Built once a program from its gazetteer; never changed after: any number of threads may read it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::query::expand {

// `ministre de l’économie` to those who held that office.
class OfficeIndex {
 public:
  // Copies what it needs: the gazetteer need not outlive this.
  explicit OfficeIndex(const gazetteer::Gazetteer& gazetteer);

  // The terms of those who held the office whose full words have these lemmas, oldest first; a
  // person who kept it under the next government has one term. Empty when it is no office: an
  // office has two full words at least. Valid as long as this.
  std::span<const gazetteer::Term> holders(std::span<const std::string> lemmas) const;

 private:
  std::map<std::vector<std::string>, std::vector<gazetteer::Term>> holders_;  // by lemmas
};

// `Pôle emploi` to its other names, `ANPE` and `France Travail`.
class SynonymIndex {
 public:
  // `sets` need not outlive this.
  explicit SynonymIndex(std::span<const gazetteer::SynonymSet> sets);

  // The other names of the name whose full words have these lemmas, as the gazetteer writes them;
  // empty when it has none. Valid as long as this.
  std::span<const std::string> other_names(std::span<const std::string> lemmas) const;

 private:
  std::map<std::vector<std::string>, std::vector<std::string>> others_;  // by lemmas
};

// Both, of the gazetteer of the program.
struct GazetteerNames {
  OfficeIndex offices;
  SynonymIndex synonyms;

  // Built by the first call. Errors: those of gazetteer::Gazetteer::load() and load_synonyms().
  static base::Result<const GazetteerNames*> load();
};

}  // namespace pressoir::query::expand
