// Characters without their accents and capitals. Every function may be called from any thread and
// takes any bytes: those that are not UTF-8 become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::text {

// Text without accents, in lower case, œ and æ opened, typographic apostrophes made `'`; nothing is
// cut or stemmed: `L’Économie` gives `l'economie`.
std::string fold(std::string_view text);

// fold() with every run of other characters than a-z and 0-9 made one `-`, none at the ends:
// `Arnaud Montebourg` gives `arnaud-montebourg`.
std::string slug(std::string_view text);

// Unicode normal form C.
std::string to_nfc(std::string_view text);

// Adds one character as fold() writes it: nothing for combining marks and invisible characters
// (soft hyphen, zero-width joiners).
void append_folded(char32_t character, std::string& out);

// Adds one character in UTF-8.
void append_utf8(char32_t character, std::string& out);

}  // namespace pressoir::text
