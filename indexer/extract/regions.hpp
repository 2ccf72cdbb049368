// Which parts of a page are its content and which are chrome: menus, footers, related articles,
// buttons. Decided by structure: landmarks, names of classes, density of links. Pure functions, any
// thread.
#pragma once

#include "indexer/extract/html_tree.hpp"

#include <cstdint>
#include <vector>

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

}  // namespace pressoir::extract
