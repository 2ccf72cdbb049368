// The ministers that a text names or means, resolved by its date.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::extract::people {

// Finds people by full name (`Arnaud Montebourg`, `ARNAUD MONTEBOURG`, `MONTEBOURG Arnaud`,
// accents or not), by civility and surname (`M. Montebourg`, `Mme Pellerin`: only one who is in
// office on the date or is named in full in the same text), and by office alone (`le ministre du
// redressement productif`, `la ministre déléguée chargée des PME`: only with a date; by an older
// name of the ministry too). What is named after people (`aéroport Charles-de-Gaulle`) is no person.
// Does not change once made: any number of threads may call it.
class MinisterFinder {
 public:
  // `gazetteer` must outlive the finder.
  explicit MinisterFinder(const gazetteer::Gazetteer& gazetteer);
  ~MinisterFinder();
  MinisterFinder(MinisterFinder&&) noexcept;
  MinisterFinder& operator=(MinisterFinder&&) noexcept;

  // What a document says, UTF-8. The texts are read in one go, because a full name in one of them
  // decides whom a surname in another means.
  struct Texts {
    std::string_view title;
    std::string_view text;
    std::string_view byline = {};  // who the page's attributes say wrote it, one name a line
    std::string_view labels = {};  // of the turns of a transcript, one a line
  };

  // In the order of first appearance, title, labels, text, byline, each person once, with the
  // office held on `date` (empty without a date or when none was held), the highest role and where
  // that was read. A title of the kind `Déclaration de M. Prénom Nom, ministre de …` makes its
  // person a speaker; whoever signs the end or the byline is an author.
  std::vector<base::Minister> find(const Texts& texts, base::Date date) const;

  // Completes a minister of a record, given by name or id: id, name and office as the gazetteer
  // has them; a name it does not know is kept with its slug as id.
  base::Minister resolve(base::Minister given, base::Date date) const;

 private:
  struct Names;
  const gazetteer::Gazetteer* gazetteer_;
  std::unique_ptr<const Names> names_;
};

}  // namespace pressoir::extract::people
