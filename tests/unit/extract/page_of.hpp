// Pages written by the tests, parsed and read.
#pragma once

#include "indexer/extract/content/page_reader.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract {

inline html::HtmlTree tree_of(std::string_view html) {
  return html::HtmlTree::parse(std::string(html), {}).value();
}

inline facts::PageFacts facts_of(std::string_view html) {
  content::PageContent page = content::read_page(tree_of(html));
  page.facts.text = content::join_blocks(page.blocks, page.facts.blocks);
  return std::move(page.facts);
}

// A page with this body; long enough that it is not taken for a list of links.
inline std::string page_with(std::string_view body) {
  return "<!DOCTYPE html><html><head><title>Essai</title></head><body>" + std::string(body) +
         "<p>Le Gouvernement a présenté ce matin les mesures qui seront soumises au Parlement "
         "avant "
         "la fin de la session, en soulignant leur portée pour les territoires.</p></body></html>";
}

// The texts of the blocks of one kind.
inline std::vector<std::string> blocks_of(const facts::PageFacts& facts, base::BlockKind kind) {
  std::vector<std::string> texts;
  for (const base::Block& block : facts.blocks) {
    if (block.kind == kind)
      texts.push_back(facts.text.substr(block.begin, block.end - block.begin));
  }
  return texts;
}

}  // namespace pressoir::extract
