// The facets of a search and the filters that are on, as a reader sees them. Plain data and pure
// functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/search/request.hpp"

namespace pressoir::pages {

struct FacetEntry {
  std::string label;
  std::string href;  // selects the value, or drops it when it is selected
  std::uint64_t count = 0;
  double share = 0;  // of the facet's greatest count, per cent
  int depth = 0;     // of a theme below its listed parents
  bool is_selected = false;
};

struct FacetView {
  std::string id;     // `minister`: the facet's parameter
  std::string title;  // `Ministre`
  std::vector<FacetEntry> entries;
  std::uint64_t others = 0;  // values not listed
  std::string more_href;     // lists more of them; empty when there are none
  std::string fewer_href;    // back to the usual number; empty at the usual number
};

// The facets that have anything to show, in the order of a journalist's questions: who, about
// what, which kind of text, where, under whom.
std::vector<FacetView> facet_views(const search::SearchRequest& request,
                                   const search::SearchResults& results);

// One condition that can be dropped.
struct FilterTag {
  std::string text;     // `Arnaud Montebourg`, `sauf Industrie › Emploi`, `de 2012 à 2014`
  std::string without;  // what dropping it means: `sans le filtre « Arnaud Montebourg »`
  std::string href;     // the search without it
};

// Every filter that is on, the dates last.
std::vector<FilterTag> filter_tags(const search::SearchRequest& request,
                                   const search::SearchResults& results);

}  // namespace pressoir::pages
