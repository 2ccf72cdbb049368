// Acronyms that a text itself explains: `Conseil national de l’industrie (CNI)`, `CNI (Conseil
// national de l’industrie)`.
//
// After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
// definitions in biomedical text" (2003), made stricter and French: letters are accounted for by
// the beginnings of words only, never from inside them; every full word must give a letter, and
// stop words may. What costs too much for the length of the acronym is not taken: a wrong pair
// does more harm than a missed one. Each parenthesis is read alone, in linear time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"

namespace pressoir::text {

// An acronym has 2 to kMaxAcronymLetters letters, dots and `&` not counted, and no digit.
inline constexpr std::size_t kMaxAcronymLetters = 10;
// Words of an expansion, stop words among them (`direction régionale des entreprises, de la
// concurrence, de la consommation, du travail et de l’emploi` has 15).
inline constexpr std::size_t kMaxExpansionWords = 16;

struct AcronymDefinition {
  std::string acronym;    // folded: `cni`
  std::string expansion;  // folded words with one blank between, as the Analyzer gives them, parts
                          // of compounds and not the whole: `conseil national de industrie`
  std::string surface;    // as written, one blank between: `Conseil national de l’industrie`

  auto operator<=>(const AcronymDefinition&) const = default;
};

// The definitions in a text, each distinct one once, in order. Nothing runs over the end of a line
// or a sentence. `analyzer` is used: tokens that it gave before are lost.
std::vector<AcronymDefinition> find_acronyms(std::string_view text, Analyzer& analyzer);

}  // namespace pressoir::text
