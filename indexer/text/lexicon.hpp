// What the analyzer knows of single words of French, besides Snowball's stemmer: which are stop
// words, and which form the stemmer should be given so that the forms of one word have one stem.
// The tables are in lexicon_tables.hpp. Every function may be called from any thread.
//
// Why a lexicon: Snowball reads the noun `crédit` as a form of a verb and leaves `lois`, `élus` or
// `photos` as they are, so that singular and plural have different stems; it conflates `mauvais`
// with `mauve` and `français` with `franc`; and it needs the accents of endings. Such words are
// replaced by a form that it stems well.
//
// Only stems change: exact and folded forms stay as written. Derived words stay apart (`industrie`,
// `industriel`): conflating them would conflate `personne` and `personnel` too, and a query for one
// could not exclude the other.
#pragma once

#include <string>
#include <string_view>

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
// folded, of a-z only. Roman ordinals have the stems of Arabic ones: `xixe` and `19e` give `19e`.
//
//   stem_source("lois", "lois")          // {"loi", false}: from the table of irregular forms
//   stem_source("mauvais", "mauvais")    // {"mauvais", true}: from the table of own stems
//   stem_source("activite", "activite")  // {"activité", false}: the accent of the ending is
//   restored
StemSource stem_source(std::string_view exact, std::string_view folded);

// The stem of a folded ordinal, empty for any other word: `1er`, `1re` and `1ere` give `1e`, `2nd`
// and `2eme` give `2e`.
std::string ordinal_stem(std::string_view folded);

}  // namespace pressoir::text
