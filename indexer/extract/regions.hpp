// Which parts of a page are its content and which are chrome: menus, footers, related articles,
// buttons. Decided by structure: landmarks, names of classes, density of links. Pure functions, any
// thread.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/html_tree.hpp"

namespace pressoir::extract {

enum class Region : std::uint8_t {
  kContent,
  kChrome,
  kHidden,  // not shown: scripts apart, which the tree does not hold
};

// How much is taken for chrome; each level contains those before it.
enum class Strictness {
  kHidden,     // what is not shown
  kLandmarks,  // and what says by its element, role or class that it is no content
  kDensity,    // and what consists of links
};

// One value a node of the tree.
std::vector<Region> find_regions(const HtmlTree& tree, Strictness strictness);

// Text below the nodes of a tree, of content only, in characters without white space. Any question
// costs the same, whatever the size of the node.
class TextMeasure {
 public:
  TextMeasure(const HtmlTree& tree, const std::vector<Region>& regions);

  std::size_t characters(NodeId node) const noexcept { return below(characters_, node); }
  std::size_t link_characters(NodeId node) const noexcept { return below(link_characters_, node); }
  std::size_t links(NodeId node) const noexcept { return below(links_, node); }
  // Characters outside links.
  std::size_t prose(NodeId node) const noexcept { return characters(node) - link_characters(node); }

 private:
  using Sums = std::vector<std::uint32_t>;  // of all nodes before each
  std::size_t below(const Sums& sums, NodeId node) const noexcept {
    return sums[(*tree_)[node].end] - sums[node];
  }

  const HtmlTree* tree_;
  Sums characters_;
  Sums link_characters_;
  Sums links_;
};

}  // namespace pressoir::extract
