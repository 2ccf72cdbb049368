// Acronyms that a text itself defines: `Conseil national de l’industrie (CNI)`, `CNI (Conseil
// national de l’industrie)`.
//
// After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
// definitions in biomedical text" (2003), made stricter and French: letters match the beginnings of
// words only, never letters inside them; every full word should give a letter, stop words may. An
// alignment that costs too much for the length of the acronym is rejected: a wrong pair does more
// harm than a missed one. Each parenthesis is read alone, in linear time.
//
// The writer of an index stores the definitions as terms; query expansion reads them. Any thread,
// each with its own Analyzer.
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

// Orders by acronym, expansion, surface.
struct AcronymDefinition {
  std::string acronym;    // folded: `cni`
  std::string expansion;  // folded words with one blank between, as the Analyzer gives them, parts
                          // of compounds and not the whole: `conseil national de industrie`
  std::string surface;    // as written, one blank between: `Conseil national de l’industrie`

  auto operator<=>(const AcronymDefinition&) const = default;
};

// The definitions in a text, each distinct one once, in order. Nothing runs over the end of a line
// or a sentence. `analyzer` is used: tokens that it gave before are lost. Linear in the size of the
// text: at most 256 bytes are read on either side of a parenthesis.
//
//   find_acronyms("le Conseil national de l’industrie (CNI)", analyzer)
//   // {{"cni", "conseil national de industrie", "Conseil national de l’industrie"}}
std::vector<AcronymDefinition> find_acronyms(std::string_view text, Analyzer& analyzer);

}  // namespace pressoir::text
