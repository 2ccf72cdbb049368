// Ordinals: `1er`, `Ire` and `premier`, `2e`, `IIème` and `deuxième` are one each.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::text {

// `19e` for a folded ordinal in Arabic or Roman digits with its ending: `19eme`, `xixe`, `xixeme`;
// empty for other words. `xxieme` is 21: people write `XXIème`, seldom `XXième`. Any thread.
std::string ordinal_of(std::string_view folded);

// `1e` to `20e` for an ordinal in words, the singular of its masculine with accents: `premier`,
// `troisième`; empty for other words. Any thread.
std::string ordinal_in_words(std::string_view lemma);

}  // namespace pressoir::text
