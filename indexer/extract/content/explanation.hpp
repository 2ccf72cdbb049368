// Why each block of a page is in its text or not. Pure functions, any thread.
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

// `reading` is that of `tree`.
std::vector<ExplainedBlock> explain_blocks(const html::HtmlTree& tree, const PageContent& reading);

}  // namespace pressoir::extract::content
