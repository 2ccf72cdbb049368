// Pages written by the tests, parsed and read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/page_facts.hpp"
#include "indexer/extract/page_facts_reader.hpp"

namespace pressoir::extract {

inline HtmlTree tree_of(std::string_view html) {
  return HtmlTree::parse(html, {}).value();
}

inline PageFacts facts_of(std::string_view html) {
  return read_page_facts(tree_of(html));
}

// A page with this body; long enough that it is not taken for a list of links.
inline std::string page_with(std::string_view body) {
  return "<!DOCTYPE html><html><head><title>Essai</title></head><body>" + std::string(body) +
         "<p>Le Gouvernement a présenté ce matin les mesures qui seront soumises au Parlement "
         "avant "
         "la fin de la session, en soulignant leur portée pour les territoires.</p></body></html>";
}

// The texts of the blocks of one kind.
inline std::vector<std::string> blocks_of(const PageFacts& facts, base::BlockKind kind) {
  std::vector<std::string> texts;
  for (const base::Block& block : facts.blocks) {
    if (block.kind == kind)
      texts.push_back(facts.text.substr(block.begin, block.end - block.begin));
  }
  return texts;
}

}  // namespace pressoir::extract
