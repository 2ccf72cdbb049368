// Where a page says that its own text stands: <main>, the <article>, the element of its body. Pure
// functions, any thread.
#pragma once

#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/content/text_measure.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <vector>

namespace pressoir::extract::content {

// The nodes [begin, end) of a part of the page.
struct Part {
  html::NodeId begin = 0;
  html::NodeId end = 0;
};

// Both look in the content of `regions`, which `measure` is of, and give the whole page when
// nothing says where its text is. A part begins with the main heading when that stands before it:
// what is between them is the lead. In linear time.

// The largest <main> or role=main. Believed when it has a paragraph of prose or a good part of the
// page's: a smaller one is a frame that was left empty.
Part find_main(const html::HtmlTree& tree, const std::vector<Region>& regions,
               const TextMeasure& measure);

// The one <article> that is not part of another, or the one that has the main heading; in it,
// itemprop=articleBody (schema.org) or the classes of microformats (`entry-content`, `e-content`)
// and their usual likes (`article-body`), from the first to the last. Each is believed when it has
// a good part of what is around it.
Part find_body(const html::HtmlTree& tree, const std::vector<Region>& regions,
               const TextMeasure& measure);

}  // namespace pressoir::extract::content
