// Which words of a text are written as names: `Creuse` in `la Creuse`, `Borne` in `Mme Borne`. A
// word that an archive writes so in most of its documents is no form of a common word (`creuser`,
// `bornes`), which the writer of an index counts and queries ask.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/text/analyzer.hpp"

namespace pressoir::text {

// True when tokens[i], which must not be a compound, has a capital inside a sentence and
// - the lexicon has it as a proper noun: `Creuse`; or
// - no article, preposition or other stop word stands before it, as before a common noun that
//   reverence writes with a capital: `Mme Borne`, `Élisabeth Borne`, but `l’État`, `la République`.
// Words in capitals throughout and words that begin a sentence tell nothing: false. Words that the
// lexicon has as nothing but names, or not at all, are false too: they join no common word anyway.
// `tokens` are those of `text`, in any Depth. Any thread.
bool is_written_as_name(std::string_view text, std::span<const Token> tokens, std::size_t i);

// Whether an archive's documents make a spelling a name: `documents` contain it, `as_name` of them
// have most of its occurrences written as a name. Most must for a proper noun of the lexicon; for
// other words nearly all, because titles and lists leave out articles too.
bool is_name_in_archive(std::string_view exact, std::size_t documents, std::size_t as_name);

}  // namespace pressoir::text
