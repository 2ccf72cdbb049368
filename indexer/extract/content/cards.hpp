// Cards: what leads to other pages in the middle of a text, `Nos autres communiqués` and the like,
// known by its structure, since there is no end to the words above it. Pure functions, any thread.
#pragma once

#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/content/text_measure.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <vector>

namespace pressoir::extract::content {

// Marks as kRelated, in the content of `regions`, which `measure` is of:
// - a row of two neighbours or more of one element and one class, each with a heading that is a
// link
//   and no more than a sentence or two beside it;
// - a link with blocks in it, which is a card by itself.
// Not where they have most of the page's text, which is then a list of pages. In linear time.
void mark_cards(const html::HtmlTree& tree, const TextMeasure& measure,
                std::vector<Region>& regions);

// Marks as kOrphan the headings after which their element has nothing but chrome: what they were
// the titles of is gone. Not before all prose, where one may be the title. In linear time.
void mark_orphans(const html::HtmlTree& tree, const TextMeasure& measure,
                  std::vector<Region>& regions);

}  // namespace pressoir::extract::content
