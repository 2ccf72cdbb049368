// Turns of a transcript: paragraphs that begin with the name of who speaks. Pure functions, any
// thread.
#pragma once

#include "indexer/extract/blocks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract {

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

}  // namespace pressoir::extract
