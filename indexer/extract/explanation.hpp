// Why each block of a page is in its text or not. Pure functions, any thread.
#pragma once

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/page_reader.hpp"
#include "indexer/extract/regions.hpp"

#include <string>
#include <vector>

namespace pressoir::extract {

struct ExplainedBlock {
  Region region = Region::kContent;  // kContent: the block is in the text
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::string text;
  // What decided: `<nav class="menu">`, `“partage” in <div class="fr-share">`, `4 links, 97 % of
  // the text of <ul>`; empty when the region says it all.
  std::string evidence;
};

// A page with its address and all its blocks in reading order.
struct Explanation {
  std::string url;
  std::string title;
  std::vector<ExplainedBlock> blocks;
};

// `reading` is that of `tree`.
std::vector<ExplainedBlock> explain_blocks(const HtmlTree& tree, const PageContent& reading);

}  // namespace pressoir::extract
