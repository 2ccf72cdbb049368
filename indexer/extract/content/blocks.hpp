// The text of a page as blocks in reading order. Pure functions, any thread.
//
// A block is what a reader sees as one: a heading, a paragraph, an item, a cell. A document's text
// is the blocks joined by line ends, so that block boundaries are known to whoever makes snippets.
// While a page is read its blocks are PageBlocks, which still know their place in the tree;
// base::Block is what is stored, a kind and two offsets.
#pragma once

#include "indexer/base/document.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <vector>

namespace pressoir::extract::content {

// One block while the page is read.
struct PageBlock {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::string text;                  // as plain() gives it, NFC, not empty
  html::NodeId node = 0;             // where it begins
  html::NodeId container = 0;        // the element that the block is the text of
  bool is_before_chrome = false;     // chrome stands between this block and the next
  Region region = Region::kContent;  // another one when the block is left out of the text
};

// Moves the blocks for which `regions`, one a block, says so from `blocks` to the end of
// `left_out`.
void leave_out(const std::vector<Region>& regions, std::vector<PageBlock>& blocks,
               std::vector<PageBlock>& left_out);

// The same for blocks of a text, which is put together again without those left out.
void leave_out(const std::vector<Region>& regions, std::string& text,
               std::vector<base::Block>& blocks);

// The blocks of the content. Blocks begin and end where elements of blocks do, at two line breaks
// in a row and at rules; a lone line break is a space.
std::vector<PageBlock> read_blocks(const html::HtmlTree& tree, const std::vector<Region>& regions);

// Joins blocks into one text, `\n` between them, with their places in `blocks`.
std::string join_blocks(const std::vector<PageBlock>& page_blocks,
                        std::vector<base::Block>& blocks);

// The blocks of a text whose lines are paragraphs: the text without empty lines.
std::string split_lines(std::string_view text, std::vector<base::Block>& blocks);

}  // namespace pressoir::extract::content
