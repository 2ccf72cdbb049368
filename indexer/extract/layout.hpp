// What the pages of one template have in common. Pure functions, any thread.
#pragma once

#include "indexer/extract/html_tree.hpp"

#include <cstdint>

namespace pressoir::extract {

// A digest of the elements around `node`, the place of the heading: their tags, and their ids
// without digits (`node-1234` is one page's). The classes are left out, as templates put the page's
// subject there, and so are the attributes of <html> and <body>.
std::uint64_t layout_of(const HtmlTree& tree, NodeId node);

}  // namespace pressoir::extract
