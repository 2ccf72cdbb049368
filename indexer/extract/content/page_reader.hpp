// Reads a parsed page into PageFacts. Pure functions, any thread.
#pragma once

#include "indexer/extract/content/blocks.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <cstdint>
#include <vector>

namespace pressoir::extract::content {

// A page, block by block.
struct PageContent {
  facts::PageFacts facts;           // `text` and `blocks` are still empty
  std::vector<PageBlock> blocks;    // of the text
  std::vector<PageBlock> left_out;  // of the content, but not of the text; each says why
  std::vector<Region> regions;      // one a node of the tree
  std::uint64_t layout = 0;         // see layout_of in repetition.hpp
};

// Everything but `url`, `text` and `blocks`. A fragment (a record's html, without the frame of a
// page) keeps all its text. When hardly any text is left without chrome, the page is a list of
// links and keeps them.
PageContent read_page(const html::HtmlTree& tree);

}  // namespace pressoir::extract::content
