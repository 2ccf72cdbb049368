// The main heading of a page. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/blocks.hpp"
#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/regions.hpp"

namespace pressoir::extract {

struct Heading {
  std::string text;  // empty when the page has none
  NodeId node = 0;
};

// The h1 of the content that agrees best with `page_titles` (<title>, og:title); else the short
// block near the start that is one of them; an h1 of the chrome only if it is the title.
Heading find_heading(const HtmlTree& tree, const std::vector<Region>& regions,
                     const std::vector<PageBlock>& blocks,
                     const std::vector<std::string>& page_titles);

// True when `heading` is what `page_title` names: equal to it, or its beginning or end and the
// better part of it. Accents, case and punctuation do not matter.
bool agrees_with(std::string_view heading, std::string_view page_title);

}  // namespace pressoir::extract
