// The main heading of a page and the title of its document. Pure functions, any thread.
//
// They are two steps, because the heading is looked for in the tree, while blocks are read, and the
// title is decided from facts, when a record may have brought another.
#pragma once

#include "indexer/extract/content/blocks.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

struct Heading {
  std::string text;  // empty when the page has none
  html::NodeId node = 0;
};

// The h1 of the content that agrees best with `page_titles` (<title>, og:title); else the short
// block near the start that is one of them; an h1 of the chrome only if it is the title.
Heading find_heading(const html::HtmlTree& tree, const std::vector<Region>& regions,
                     const std::vector<PageBlock>& blocks,
                     const std::vector<std::string>& page_titles);

// True when `heading` is what `page_title` names: equal to it, or its beginning or end and the
// better part of it. Accents, case and punctuation do not matter.
bool agrees_with(std::string_view heading, std::string_view page_title);

// The heading, else og:title, else the headline of JSON-LD, else <title>, else the first heading of
// the text or its first line; without the site's name (`… | Portail du Gouvernement`, `… - Sénat`)
// and without a date at the end. As written otherwise. Empty when the page has none of them.
std::string choose_title(const facts::PageFacts& facts);

// `title` without the name of the site before or after it. What follows ` | ` goes; what follows or
// precedes ` - `, ` – `, ` — ` or ` ~ ` only if it is `site_name` or reads like the name of a site.
std::string strip_site_name(std::string_view title, std::string_view site_name);

}  // namespace pressoir::extract::content
