// What the JSON-LD of a page says of the article, its kind and its place in the site. Pure
// function, any thread.
//
// Example: `{"@type": "NewsArticle", "headline": "Un plan", "author": {"name": "Élisa Duval"}}`
// gives types, headline and authors. The date of JSON-LD is read in dates/date_sources.hpp, with
// rules of its own about whose date it is.
#pragma once

#include <string>
#include <vector>

namespace pressoir::extract::facts {

struct JsonLd {
  std::vector<std::string> types;       // `NewsArticle`, in the order of the page
  std::string headline;                 // of the first article
  std::string section;                  // its first articleSection
  std::vector<std::string> authors;     // names of all people who wrote it, each once
  std::string site_name;                // of WebSite
  std::vector<std::string> breadcrumb;  // names of the first BreadcrumbList, by position
};

// Scripts of more than 1 MB are left out, as are authors and parts of a breadcrumb beyond the 16th.
// Never fails. Reads the contents of <script type="application/ld+json"> elements, `@graph`
// included; one that is not JSON is left out. Strings are as plain() gives them.
JsonLd read_json_ld(const std::vector<std::string>& scripts);

}  // namespace pressoir::extract::facts
