// The word that was meant by one that no document holds.
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

// Gives every word that was typed without accents the stems of the accented forms that the index
// holds: Snowball reads accents, so `arrivee` alone would not meet `arriver`. Forms much rarer than
// the most frequent one are taken for typing errors and left out. Throws what Xapian throws.
void restore_accents(Query& query, const store::Spellings& spellings, store::Postings& postings,
                     text::Analyzer& analyzer);

}  // namespace pressoir::query::expand
