// Corrections of Snowball's French stemmer, applied before it. Snowball reads the noun `crédit` as
// a form of a verb and leaves `lois`, `élus` or `photos` as they are, so that singular and plural
// have different stems; it conflates `mauvais` with `mauve` and `français` with `franc`; and it
// needs the accents of endings. Here such words are replaced by a form that it stems well.
//
// Only stems change: exact and folded forms stay as written. Derived words stay apart (`industrie`,
// `industriel`): conflating them would conflate `personne` and `personnel` too, and a query for one
// could not exclude the other.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::text {

struct StemSource {
  std::string word;      // the stemmer's input, without ligatures
  bool is_stem = false;  // `word` is the stem: do not call the stemmer
};

// Roman ordinals have the stems of Arabic ones: `xixe` and `19e` are one.
//
// `exact` is one word in lower case, form C, written with or without its accents; `folded` is the
// same word folded, of a-z only. Any thread.
StemSource stem_source(std::string_view exact, std::string_view folded);

// The stem of a folded ordinal, empty for any other word: `1er`, `1re` and `1ere` give `1e`, `2nd`
// and `2eme` give `2e`. Any thread.
std::string ordinal_stem(std::string_view folded);

}  // namespace pressoir::text
