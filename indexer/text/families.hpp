// Families of words: those derived from one another (`réforme`, `réformer`, `réformateur`), which
// are no forms of one word. A search may be widened to them, and is never without being told to.
//
// Two lemmas of the lexicon are of one family when they are alike without their derivational
// endings: those that Snowball's French algorithm removes (https://snowballstem.org/algorithms/
// french/stemmer.html), and those of adjectives and agents that it leaves (`industriel`,
// `agriculteur`, `national`). A family is a guess: `communiste` and `commune` are one.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::text {

// The other lemmas of the families of these, as a list like lemmas_of() makes it; empty when there
// are none. Stop words, names, numbers and words that the lexicon does not know have no family.
// Takes some milliseconds for a word whose beginning many others share. Any thread.
std::string family_of(std::string_view lemmas);

}  // namespace pressoir::text
