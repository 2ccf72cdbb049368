// Drops the blocks of the content that are not text to be found: lines of the interface, dates of
// publication, titles that are left without their section. Pure functions, any thread.
#pragma once

#include "indexer/extract/content/blocks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

// `Haut de page`, `Imprimer`, `© Ministère … 2014`: true whatever the page.
bool is_interface_line(std::string_view text);

// `Publié le 5 décembre 2012`, `Mis à jour le …` and nothing more.
bool is_publication_line(std::string_view text);

// A short line, no sentence, that holds a date or a year.
bool is_notice(std::string_view text);

// Moves interface and publication lines, headings directly before chrome that was dropped, and
// captions that repeat a block to `left_out`.
void drop_interface_blocks(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out);

}  // namespace pressoir::extract::content
