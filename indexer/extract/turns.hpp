// Turns of a transcript: paragraphs that begin with the name of who speaks. Pure functions, any
// thread.
#pragma once

#include "indexer/extract/blocks.hpp"

#include <string_view>
#include <vector>

namespace pressoir::extract {

// `M. le président. La séance est ouverte.`, `Mme Christiane Taubira, garde des sceaux. …`,
// `FLEUR PELLERIN : …`, `CÉDRIC O Bonjour.`, `Q - …`: true for the beginning of a turn, which a
// letter (`M. Dupont. Il est né …`) may have too.
bool opens_turn(std::string_view paragraph);

// Makes paragraphs turns on a page that has three at least.
void mark_turns(std::vector<PageBlock>& blocks);

}  // namespace pressoir::extract
