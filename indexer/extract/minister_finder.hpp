// The ministers that a text names or means, resolved by its date.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::extract {

// Finds people by full name (`Arnaud Montebourg`, `ARNAUD MONTEBOURG`, `MONTEBOURG Arnaud`,
// accents or not), by civility and surname (`M. Montebourg`, `Mme Pellerin`: only one who is in
// office on the date or is named in full in the same text), and by office alone (`le ministre du
// redressement productif`, `la ministre déléguée chargée des PME`: only with a date). Does not
// change once made: any number of threads may call it.
class MinisterFinder {
 public:
  // `gazetteer` must outlive the finder.
  explicit MinisterFinder(const gazetteer::Gazetteer& gazetteer);
  ~MinisterFinder();
  MinisterFinder(MinisterFinder&&) noexcept;
  MinisterFinder& operator=(MinisterFinder&&) noexcept;

  // In the order of first appearance, title before text, each person once, with the office held on
  // `date` (empty without a date or when none was held). A title of the kind `Déclaration de M.
  // Prénom Nom, ministre de …` makes its person a speaker. A person who held no office within two
  // years of the date is named only if the text gives the full name; then the office is empty.
  std::vector<base::Minister> find(std::string_view title, std::string_view text,
                                   base::Date date) const;

  // Completes a minister of a record, given by name or id: id, name and office as the gazetteer
  // has them; a name it does not know is kept with its slug as id.
  base::Minister resolve(base::Minister given, base::Date date) const;

 private:
  struct Names;
  const gazetteer::Gazetteer* gazetteer_;
  std::unique_ptr<const Names> names_;
};

}  // namespace pressoir::extract
