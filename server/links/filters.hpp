// The active filters of a search, in words, with the search that is left when one is dropped. Plain
// data and pure functions; UTF-8, not escaped for HTML; any thread.
#pragma once

#include <string>
#include <vector>

#include "server/query/request.hpp"
#include "server/search/results.hpp"

namespace pressoir::links {

// The name of a value: the label that `results` lists, else the value itself.
std::string name_of(base::Facet facet, const std::string& value,
                    const search::SearchResults& results);

// An active filter.
struct FilterTag {
  std::string text;     // `Arnaud Montebourg`, `sauf Industrie › Emploi`, `de 2012 à 2014`
  std::string without;  // what dropping it means: `Sans le filtre « Arnaud Montebourg »`
  std::string href;     // the search without it
  query::SearchRequest rest = {};  // the same as a request
};

// All active filters; the dates come last.
std::vector<FilterTag> filter_tags(const query::SearchRequest& request,
                                   const search::SearchResults& results);

}  // namespace pressoir::links
