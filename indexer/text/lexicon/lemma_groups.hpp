// Which entries of the dictionary are one word: spellings of before and after the reform of 1990,
// other double spellings, plurals and feminines that have entries of their own. Used when Pressoir
// is built.
#pragma once

#include <istream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/lexicon/lexicon.hpp"

namespace pressoir::text::lexicon {

class LemmaGroups {
 public:
  // An entry in lower case. `kind` is what entries of one word have in common, gender and part of
  // speech as the dictionary writes them: `mur` (a masculine noun) is not `mûr` (an adjective).
  void add_entry(const Reading& entry, const std::string& kind);

  // Joins the entries of one part of speech and kind that differ
  // - by a circumflex on i or u (`maîtriser`, `maitriser`), the place of a diaeresis behind g
  //   (`aiguë`, `aigüe`), é for è (`événement`, `évènement`), or e for é in nouns taken from
  //   other languages (`referendum`): the reform of 1990, points 3, 4, 5 and 8 of its analysis;
  // - in the ending -aiement, -ayement (`paiement`), or -uement, -ûment (`dénuement`).
  void join_variants();

  // Joins the words of each line of equivalents.tsv, which describes itself. A word that is no
  // entry becomes one. Throws std::runtime_error on a line that cannot be read.
  void join_listed(std::istream& equivalents);

  // What all entries of a group have as their lemma.
  Reading lemma(const Reading& entry) const;

  // The words of equivalents.tsv that were no entries.
  const std::vector<Reading>& added() const { return added_; }

 private:
  void join(const Reading& a, const Reading& b);
  bool are_variants(const Reading& a, const Reading& b) const;
  // True when `recréer` is `créer` again and `récréer` is not.
  bool is_prefixed(std::string_view a, std::string_view b) const;

  std::map<Reading, std::set<std::string>> kinds_;  // of each entry
  std::map<Reading, Reading> parent_;               // towards the lemma of the group
  std::vector<Reading> added_;
};

}  // namespace pressoir::text::lexicon
