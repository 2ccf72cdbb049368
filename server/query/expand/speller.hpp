// The words that were meant by those typed: corrections of words that no document contains, and
// accents for words typed without any.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/text/analyzer.hpp"
#include "server/query/query.hpp"
#include "server/store/postings.hpp"
#include "server/store/spellings.hpp"
#include "server/store/vocabulary.hpp"

namespace pressoir::query::expand {

// The most likely word of the vocabulary for the folded `word`, folded too; or the two words that
// it is made of, with a space between. Nothing when the vocabulary contains `word`, when nothing is
// near, for words of fewer than 4 letters and for those with a digit. Any thread.
//
// The likelihood is that of a noisy channel (Kernighan, Church and Gale, "A spelling correction
// program based on a noisy channel model", 1990): the document frequency of a word, times how
// easily it is mistyped or misheard as what was typed.
//   respell("competivite", vocabulary)  // competitivite
std::optional<std::string> respell(std::string_view word, const store::Vocabulary& vocabulary);

// What a folded word sounds like in French, roughly: equal for `pharmacie` and `farmassie`. For
// comparing only.
std::string sound_of(std::string_view word);

}  // namespace pressoir::query::expand
