// What the analyzer knows of single words of French, besides Snowball's stemmer: which are stop
// words, and which form the stemmer should be given so that the forms of one word have one stem.
// The tables are in grammar_tables.cpp. Every function may be called from any thread.
//
// Why: Snowball reads the noun `crédit` as a form of a verb and leaves `lois`, `élus` or
// `photos` as they are, so that singular and plural have different stems; it conflates `mauvais`
// with `mauve` and `français` with `franc`; and it needs the accents of endings. Such words are
// replaced by a form that it stems well.
//
// Only stems change: exact and folded forms stay as written. Derived words stay apart (`industrie`,
// `industriel`): conflating them would conflate `personne` and `personnel` too, and a query for one
// could not exclude the other.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/base/utf8.hpp"

namespace pressoir::text {

// True for French function words. They are indexed, so that phrases and queries made of nothing
// else find them; a query with other words does not require them, and lists of characteristic words
// leave them out. `word` is in its exact form: lower case with its accents (`où` and `ou` are both
// stop words, `sûr` and `été` are none).
bool is_stopword(std::string_view word) noexcept;

// What the stemmer is called with for a word.
struct StemSource {
  std::string word;      // without ligatures
  bool is_stem = false;  // `word` is the stem already: do not call the stemmer
};

// `exact` is one word in lower case, form C, with or without its accents; `folded` is the same word
// folded, of a-z only.
//
//   stem_source("lois", "lois")          // {"loi", false}: from the table of irregular forms
//   stem_source("mauvais", "mauvais")    // {"mauvais", true}: from the table of own stems
//   stem_source("activite", "activite")  // {"activité", false}: the accent of the ending is
//   restored
StemSource stem_source(std::string_view exact, std::string_view folded);

// The tables of grammar_tables.cpp, words in their usual spelling, for the functions above.

// Plurals and feminines that no rule of an ending gives without harm to other words.
struct IrregularForm {
  std::string_view form;
  std::string_view base;  // the form whose stem it takes
};
std::span<const IrregularForm> irregular_forms() noexcept;

// Words that are their own stems: their last letters are no ending.
base::WordList own_stems() noexcept;
// Singulars in -s that an ending of plurals would be taken off.
base::WordList singulars_in_s() noexcept;
// Words in -ite that are no nouns in -ité written without the accent.
base::WordList words_in_ite() noexcept;
base::WordList stopwords() noexcept;

}  // namespace pressoir::text
