// What a word's forms are. Two spellings are forms of one word when they share a lemma: `vue` has
// the lemmas of `voir` and of `vu`, and so has `vues`; `voit` shares the first with both. Whoever
// matches, counts, marks or compares words asks here and nowhere else.
//
// The lemmas of a spelling are, by the first rule that applies:
// 1. of a stop word, the spelling alone: `son` is not a form of `sons`;
// 2. of an ordinal, the number: `IIe`, `2ème` and `deuxième` are one;
// 3. of a word of the lexicon, those of its readings there;
// 4. of a word that the lexicon has with accents only, those of all words that are written so
//    without accents: `ELYSEE`, `reforme`;
// 5. of an unknown word in -eure, -euse or -rice, those of the masculine noun, if there is one:
//    `rapporteure`; of an unknown plural, those of the singular; of other words the word itself,
//    without accents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::text {

// Separates the lemmas of a list.
inline constexpr char kLemmaSeparator = '\x1f';

// The lemmas of a word in its exact and its folded form (text::Token), as a list: sorted, each
// once. Those of verbs, of names and of stop words begin with `v:`, `p:` and `s:`, so that the
// plural of the noun `pouvoir` is no form of the verb. Not empty. Any thread.
std::string lemmas_of(std::string_view exact, std::string_view folded);

// The lemmas of a list one by one; the views are of its bytes.
std::vector<std::string_view> split_lemmas(std::string_view list);

// The list of the lemmas of all of these lists.
std::string join_lemmas(const std::vector<std::string>& lists);

// The list without the lemmas of verbs: what a part of a compound is (`chefs-lieux`,
// `porte-parole`, but no `savent faire` for `savoir-faire`). Empty when it has no other.
std::string nominal_lemmas(std::string_view list);

// What words of names have in common whatever their number and accents: their nominal lemmas,
// folded, or all of them when they have no other. `finance` may be a verb, `finances` not: names of
// offices and expansions of acronyms have no verbs.
std::string key_in_names(std::string_view list);

// The lemmas of all words of the lexicon that are written `folded` without their accents, as a
// list: what a word typed without any may be. Empty when there is none.
std::string lemmas_with_any_accents(std::string_view folded);

// True when both lists have a lemma in common.
bool share_a_lemma(std::string_view a, std::string_view b);

}  // namespace pressoir::text
