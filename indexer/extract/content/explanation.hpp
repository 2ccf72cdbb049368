// Why each block of a page is in its text or not, for `pressoir-index extract --explain`. Pure
// functions, any thread.
//
// Made of the same reading as the document, after the fact: nothing is kept for it while a page is
// read. It reads the tree once more for each region.
#pragma once

#include "indexer/extract/content/page_reader.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <vector>

namespace pressoir::extract::content {

struct ExplainedBlock {
  Region region = Region::kContent;  // kContent: the block is in the text
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::string text;
  // What decided: `<nav class="menu">`, `“partage” in <div class="fr-share">`, `4 links, 97 % of
  // the text of <ul>`; empty when the region says it all.
  std::string evidence;
};

// All blocks in the order of the page: those of the text, those left out of it, and those of chrome
// read as if they were text.
// `reading` is that of `tree`.
std::vector<ExplainedBlock> explain_blocks(const html::HtmlTree& tree, const PageContent& reading);

}  // namespace pressoir::extract::content
