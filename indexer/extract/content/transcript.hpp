// Transcripts of debates and interviews: who speaks, and what the hall did meanwhile. Text is UTF-8
// as plain() gives it. Pure functions, any thread.
#pragma once

#include "indexer/extract/content/blocks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

// `inside` is what stands between two parentheses. False for acts of the sitting (`L’amendement n°
// 3 est adopté.`, `Il est procédé au scrutin.`) and for what speakers say in parentheses
// (`nouveau`, `le 5 décembre 2012`).
bool is_reaction(std::string_view inside);

// Takes the reactions out of `text`, with the space before each, in linear time; returns them with
// their parentheses. The text is empty when nothing but marks was left.
std::vector<std::string> take_reactions(std::string& text);

// The bytes of the label that begins a turn: `M. le président.`, `Mme Christiane Taubira, garde des
// sceaux.`, `FLEUR PELLERIN :`, `CÉDRIC O`, `Q -`; 0 when the paragraph begins none. A letter
// (`M. Dupont. Il est né …`) may have one too, a sentence about somebody (`M. Dupont, préfet, est
// nommé …`) has none.
std::size_t turn_label_bytes(std::string_view paragraph);

// On a page that has three turns at least, makes their paragraphs turns and keeps what was said:
// reactions of the hall (see reactions.hpp) leave every paragraph for `left_out`, civilities leave
// the labels before a speech. Returns the labels with their civilities, each once, in the order of
// the first turn of each; none on other pages. At most 4096 labels.
std::vector<std::string> read_turns(std::vector<PageBlock>& blocks,
                                    std::vector<PageBlock>& left_out);

}  // namespace pressoir::extract::content
