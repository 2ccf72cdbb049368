// Who speaks and who signs: the part that a mention plays, read from where it stands in the title,
// the text or the byline. Pure functions, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/extract/people/mentions.hpp"
#include "indexer/extract/people/tokenized_text.hpp"

namespace pressoir::extract::people {

// The role that a mention gives and where that was read. Of several mentions of one person, the
// highest role wins; see PersonCollector in minister_finder.cpp.
struct Attribution {
  base::Role role = base::Role::kMentioned;
  base::MinisterEvidence evidence = base::MinisterEvidence::kText;
};

// The part of each mention of a title, in their order. In `Déclaration de M. X, ministre de …, sur
// …` the people before the subject speak; in `Tribune de M. X` they are authors.
std::vector<Attribution> title_roles(const TokenizedText& title,
                                     const std::vector<Mention>& mentions);

// The part of each mention of a text: a turn of a transcript (`M. Prénom NOM. …`), a line
// `Intervenant(s) : …` or `Par Prénom Nom`, a letterhead (the name, and the office on the next
// line), a name that signs the end,
// an office that opens an item of the Council's minutes (`Le ministre … a présenté une
// communication`).
std::vector<Attribution> text_roles(const TokenizedText& text,
                                    const std::vector<Mention>& mentions);

// Whoever is all that the label of a turn names, one a line, speaks: `Mme Christiane Taubira, garde
// des sceaux.`, `M. le Premier ministre.`; not `M. Roland Petit, rapporteur.`, who speaks as
// somebody else than a minister.
std::vector<Attribution> label_roles(const TokenizedText& labels,
                                     const std::vector<Mention>& mentions);

// Whoever a byline names in full is an author.
std::vector<Attribution> byline_roles(const std::vector<Mention>& mentions);

}  // namespace pressoir::extract::people
