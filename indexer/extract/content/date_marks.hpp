// Elements and lines of a page that are dates by their mark-up or by their place: what a page says
// of its publication outside sentences. Pure function, any thread.
//
// A date belongs to the page when it stands next to the main heading, or when a vocabulary says that it
// is one of publication; not when it stands in something else that has a date of its own: a comment,
// another article, a list in the margin.
#pragma once

#include <vector>

#include "indexer/extract/content/breadcrumb.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/html_tree.hpp"

namespace pressoir::extract::content {

// At most 64 marks, those of a kind in the order of their distance from the main heading. `lines` are
// those of read_short_lines(); `heading` is the node of the main heading, 0 when there is none. Linear
// in the size of the page.
std::vector<facts::DateMark> find_date_marks(const html::HtmlTree& tree,
                                             const std::vector<Region>& regions,
                                             const std::vector<Line>& lines, html::NodeId heading);

}  // namespace pressoir::extract::content
