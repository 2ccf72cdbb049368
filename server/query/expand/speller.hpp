// The word that was meant by one that no document holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/store/vocabulary.hpp"

namespace pressoir::query::expand {

// The most likely word of the vocabulary for the folded `word`, folded too; or the two words that
// it is made of, with a space between. Nothing when the vocabulary holds `word`, when nothing is
// near, for words of less than 4 letters and for those that hold a digit. Any thread.
//
// The likelihood is that of a noisy channel (Kernighan, Church and Gale, "A spelling correction
// program based on a noisy channel model", 1990): how often the archive holds a word, times how
// easily it is mistyped or misheard into what was typed.
std::optional<std::string> respell(std::string_view word, const store::Vocabulary& vocabulary);

// What a word sounds like to a French ear, roughly: `pharmacie` and `farmassie` are one. Of folded
// words.
std::string sound_of(std::string_view word);

}  // namespace pressoir::query::expand
