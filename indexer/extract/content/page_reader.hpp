// Reads a parsed page into PageFacts and blocks, and explains afterwards why each block is in the
// text or not. The Extractor is the caller. Pure functions, any thread.
//
// This is where the order of the steps is decided, and it matters: regions first, then what names
// itself (breadcrumb, themes) is taken out of the content, then blocks, then the heading, which is
// looked for among them, and last the lines that are no text by their wording.
#pragma once

#include "indexer/extract/content/blocks.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pressoir::extract::content {

// A page, block by block.
struct PageContent {
  facts::PageFacts facts;           // `text` and `blocks` are still empty
  std::vector<PageBlock> blocks;    // of the text
  std::vector<PageBlock> left_out;  // of the content, but not of the text; each says why
  std::vector<Region> regions;      // one a node of the tree
  std::uint64_t layout = 0;         // see layout_of in repetition.hpp
  // Where <meta http-equiv=refresh> sends the reader, as written, when what else the page says is
  // no text to be found: nobody sees it, or it only says where the page has gone. Empty otherwise.
  std::string sends_on_to;
};

// Everything but `url`, `text` and `blocks`. The tree is walked by loops, a fixed number of times
// and never by recursion, so that the time is linear in the size of the page whatever its depth. A
// fragment (a record's html, without the frame of a
// page) keeps all its text. When hardly any text is left without chrome, the page is a list of
// links and keeps them.
PageContent read_page(const html::HtmlTree& tree);

// For `pressoir-index extract --explain`: made of the same reading as the document, after the fact,
// so that nothing is kept for it while a page is read. It reads the tree once more for each region.
struct ExplainedBlock {
  Region region = Region::kContent;  // kContent: the block is in the text
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::string text;
  // What decided: `<nav class="menu">`, `“partage” in <div class="fr-share">`, `4 links, 97 % of
  // the text of <ul>`; empty when the region says it all.
  std::string evidence;
};

// All blocks in the order of the page: those of the text, those left out of it, and those of chrome
// read as if they were text. `reading` is that of `tree`.
std::vector<ExplainedBlock> explain_blocks(const html::HtmlTree& tree, const PageContent& reading);

}  // namespace pressoir::extract::content
