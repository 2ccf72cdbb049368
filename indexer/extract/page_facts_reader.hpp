// Reads a parsed page into PageFacts. Pure function, any thread.
#pragma once

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/page_facts.hpp"

namespace pressoir::extract {

// Everything but `url`. A fragment (a record's html, without the frame of a page) keeps all its
// text. When hardly any text is left without chrome, the page is a list of links and keeps them.
PageFacts read_page_facts(const HtmlTree& tree);

}  // namespace pressoir::extract
