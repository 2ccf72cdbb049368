// The text of a page as blocks in reading order. Pure functions, any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/regions.hpp"

namespace pressoir::extract {

// One block while the page is read.
struct PageBlock {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::string text;              // as plain() gives it, NFC, not empty
  NodeId node = 0;               // where it begins
  NodeId container = 0;          // the element that the block is the text of
  bool is_after_chrome = false;  // chrome stands between the block before and this one
  bool is_before_chrome = false;
};

// The blocks of the content. Blocks begin and end where elements of blocks do, at two line breaks
// in a row and at rules; a lone line break is a space.
std::vector<PageBlock> read_blocks(const HtmlTree& tree, const std::vector<Region>& regions);

// Joins blocks into one text, `\n` between them, with their places in `blocks`.
std::string join_blocks(const std::vector<PageBlock>& page_blocks,
                        std::vector<base::Block>& blocks);

// The blocks of a text whose lines are paragraphs: the text without empty lines.
std::string split_lines(std::string_view text, std::vector<base::Block>& blocks);

}  // namespace pressoir::extract
