// Drops the blocks of the content that are not text to be found: lines of the interface, dates of
// publication, headings that are left without their section. Pure functions, any thread.
//
// What these lines have in common is that no element or class tells them apart: they stand in the
// middle of the content and are known by their wording alone. The wordings are therefore whole
// lines or beginnings of lines, never words within a line, and only short lines are looked at. Text
// is as html::plain gives it.
#pragma once

#include "indexer/extract/content/blocks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

// A line without letters or digits (`* * *`) is one too.
// `Haut de page`, `Imprimer`, `© Ministère … 2014`: true whatever the page.
bool is_interface_line(std::string_view text);

// `Publié le 5 décembre 2012`, `Mis à jour le …` and nothing more.
bool is_publication_line(std::string_view text);

// Notices are kept as facts whether they stay in the text or not: the date of publication is read
// from them.
// A short line, no sentence, that holds a date or a year.
bool is_notice(std::string_view text);

// Moves interface and publication lines, headings directly before chrome that was dropped, and
// captions that repeat a block to `left_out`.
void drop_interface_blocks(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out);

}  // namespace pressoir::extract::content
