// The title of a document. Pure functions, any thread.
#pragma once

#include <string>

#include "indexer/extract/page_facts.hpp"

namespace pressoir::extract {

// The heading, else og:title, else the headline of JSON-LD, else <title>, else the first heading of
// the text or its first line; without the site's name (`… | Portail du Gouvernement`, `… - Sénat`)
// and without a date at the end. As written otherwise. Empty when the page has none of them.
std::string choose_title(const PageFacts& facts);

// `title` without the name of the site before or after it. What follows ` | ` goes; what follows or
// precedes ` - `, ` – `, ` — ` or ` ~ ` only if it is `site_name` or reads like the name of a site.
std::string strip_site_name(std::string_view title, std::string_view site_name);

}  // namespace pressoir::extract
