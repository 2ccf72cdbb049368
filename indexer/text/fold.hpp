// Folding: text without accents and capitals, by which words are compared; and the few Unicode
// operations that other modules need, so that ICU stays in this one. Every function may be called
// from any thread and takes any bytes: those that are not UTF-8 become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::text {

// Text without accents, in lower case, œ and æ as `oe` and `ae`, typographic apostrophes as `'`; it
// is not tokenized: `L’Économie` gives `l'economie`. Folding twice changes nothing.
std::string fold(std::string_view text);

// fold() with every run of characters other than a-z and 0-9 replaced by one `-`, none at the ends:
// `Arnaud Montebourg` gives `arnaud-montebourg`. The ids of people and ministries are made so.
std::string slug(std::string_view text);

// Unicode normal form C, in which every string of a Document is.
std::string to_nfc(std::string_view text);

// Appends one character as fold() writes it: nothing for combining marks and invisible characters
// (soft hyphen, zero-width joiners). For callers that keep the offsets of each character.
void append_folded(char32_t character, std::string& out);

// Appends one character in UTF-8; U+FFFD for what is no character (surrogates).
void append_utf8(char32_t character, std::string& out);

}  // namespace pressoir::text
