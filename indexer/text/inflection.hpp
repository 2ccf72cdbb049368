// French inflection that Snowball's algorithm does not know. It reads the noun `crédit` as a form
// of a verb and leaves `lois`, `élus` or `photos` as they are, so that the plural and the singular
// of these words have different stems; it joins `mauvais` with `mauve`, `français` with `franc`,
// and it needs the accents of endings. Here such words are brought to the form that it reads well.
//
// Words only change for their stems: the exact and folded forms stay as written. Derived words stay
// apart (`industrie`, `industriel`): to join them would join `personne` and `personnel` too, and
// whoever asks for one could not be rid of the other.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::text {

struct StemSource {
  std::string word;      // what to give to the stemmer; its ligatures are opened
  bool is_stem = false;  // `word` is the stem already
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
