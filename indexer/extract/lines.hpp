// The short lines of a page: what stands between two blocks or line breaks. Breadcrumbs and rubrics
// of old pages have no element of their own. Pure functions, any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html_tree.hpp"

namespace pressoir::extract {

inline constexpr std::size_t kMaxShortLineBytes = 600;

struct Line {
  NodeId begin = 0;  // the nodes of the line are [begin, end)
  NodeId end = 0;
  std::string text;  // as plain() gives it; at most kMaxShortLineBytes before that
};

// In the order of the page; longer lines and what is not shown are left out.
std::vector<Line> read_short_lines(const HtmlTree& tree);

}  // namespace pressoir::extract
