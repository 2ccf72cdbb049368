// Who speaks and who signs: roles read from where a mention stands in the title or in the text.
// Pure functions, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/extract/mentions.hpp"
#include "indexer/extract/text_reading.hpp"

namespace pressoir::extract {

// The role of each mention of a title, in their order. In `Déclaration de M. X, ministre de …, sur
// …` the people before the subject speak; in `Tribune de M. X` they are authors.
std::vector<base::Role> title_roles(const TextReading& title, const std::vector<Mention>& mentions);

// The role of each mention of a text: a turn of a transcript (`M. Prénom NOM. …`), a line
// `Intervenant(s) : …`, a name that signs the end.
std::vector<base::Role> text_roles(const TextReading& text, const std::vector<Mention>& mentions);

}  // namespace pressoir::extract
