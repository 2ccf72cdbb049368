// Amounts of text below the nodes of a page, which the rules about chrome compare. Any number of
// threads may read one.
#pragma once

#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <cstdint>
#include <vector>

namespace pressoir::extract::content {

// How much text is where in a page: below each node of a tree, of content only, in characters
// without white space. Regions look this up for every element, several times, and again after each
// step; sums over the list of nodes make each answer two subtractions, whatever the size of the
// node. `tree` must outlive it.
class TextMeasure {
 public:
  TextMeasure(const html::HtmlTree& tree, const std::vector<Region>& regions);

  // Measures again after regions have changed, without reading the text again.
  void update(const std::vector<Region>& regions);

  std::size_t characters(html::NodeId node) const noexcept { return below(characters_, node); }
  std::size_t link_characters(html::NodeId node) const noexcept {
    return below(link_characters_, node);
  }
  std::size_t links(html::NodeId node) const noexcept { return below(links_, node); }
  // Characters outside links.
  std::size_t prose(html::NodeId node) const noexcept {
    return characters(node) - link_characters(node);
  }
  // The same of the nodes [begin, end).
  std::size_t characters_between(html::NodeId begin, html::NodeId end) const noexcept {
    return characters_[end] - characters_[begin];
  }
  std::size_t prose_between(html::NodeId begin, html::NodeId end) const noexcept {
    return characters_[end] - characters_[begin] -
           (link_characters_[end] - link_characters_[begin]);
  }

 private:
  using Sums = std::vector<std::uint32_t>;  // of all nodes before each
  std::size_t below(const Sums& sums, html::NodeId node) const noexcept {
    return sums[(*tree_)[node].end] - sums[node];
  }

  const html::HtmlTree* tree_;
  std::vector<std::uint32_t> sizes_;  // of the text of each node itself
  Sums characters_;
  Sums link_characters_;
  Sums links_;
};

}  // namespace pressoir::extract::content
