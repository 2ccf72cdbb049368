// Folding: text without accents and capitals, by which words are compared; and the few Unicode
// operations that other modules need, so that ICU stays in this one. Every function may be called
// from any thread and takes any bytes: those that are not UTF-8 are read as U+FFFD.
//
//   fold("L’Économie")       // l'economie
//   slug("Cœur d’Hérault")   // coeur-d-herault
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressoir::text {

// Stands for bytes that are no character.
inline constexpr char32_t kReplacement = 0xFFFD;

// Text without accents, in lower case, œ and æ as `oe` and `ae`, typographic apostrophes as `'`. It
// is not tokenized, and folding twice changes nothing. The result may be longer than `text`
// (compatibility forms: `½` is `1⁄2`).
std::string fold(std::string_view text);

// fold() with every run of characters other than a-z and 0-9 replaced by one `-`, none at the ends.
// The ids of people and ministries are made so: `Arnaud Montebourg` is `arnaud-montebourg`.
std::string slug(std::string_view text);

// Unicode normal form C, in which every string of a Document is.
std::string to_nfc(std::string_view text);

// Appends one character as fold() writes it: nothing for combining marks and invisible characters
// (soft hyphen, zero-width joiners). For callers that keep the offsets of each character.
void append_folded(char32_t character, std::string& out);

// Appends one character in UTF-8; U+FFFD for what is no character (surrogates).
void append_utf8(char32_t character, std::string& out);

// The character at byte `offset` of `text`, which must be within it and is moved after the
// character; nothing, and `offset` moved by one byte at least, where the bytes are not UTF-8.
std::optional<char32_t> next_character(std::string_view text, std::size_t& offset) noexcept;

}  // namespace pressoir::text
