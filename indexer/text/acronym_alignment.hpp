// Which words an acronym stands for.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace pressoir::text {

struct AlignedWord {
  std::string_view folded;
  bool is_stopword = false;
};

// The first word of the best expansion that ends with the last of `words` (at most
// kMaxExpansionWords are looked at); nothing when no expansion is convincing. `letters` are a to z,
// 2 to kMaxAcronymLetters. Of equally good expansions the shortest. A `strict` search allows less.
//
// Letters are given in order by the words' beginnings. The first and the last word are no stop
// words and give at least one. One letter from a full word costs nothing; a stop word that gives
// one (`Agence de l’environnement et de la maîtrise de l’énergie`, ADEME), a word that gives more
// (`Mission interministérielle de vigilance et de lutte…`, MIVILUDES) and a full word that gives
// none cost more and more; long acronyms may cost more than short ones.
std::optional<std::size_t> align_acronym(std::string_view letters,
                                         std::span<const AlignedWord> words, bool strict);

}  // namespace pressoir::text
