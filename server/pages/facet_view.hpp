// The facets of a search, as a reader sees them. Plain data and pure
// functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/links/link.hpp"
#include "server/query/request.hpp"
#include "server/search/results.hpp"

namespace pressoir::pages {

// One value of a facet.
struct FacetEntry {
  // What the filter takes.
  std::string value;
  std::string label;
  // See note_of.
  std::string note;
  // Selects the value, or drops it when it is selected.
  std::string href;
  std::uint64_t count = 0;
  // Of the facet's greatest count, per cent: the length of the bar.
  double share = 0;
  // Of a theme: how many of its ancestors are listed.
  int depth = 0;
  bool is_selected = false;
};

struct FacetView {
  // `minister`: the facet's parameter.
  std::string id;
  // `Ministre`.
  std::string title;
  std::vector<FacetEntry> entries;
  // How many values are not listed, and the page with all of them; empty when all are.
  std::uint64_t others = 0;
  std::string all_href;
  // Of ministers: the same page grouped by ministry and by government.
  std::vector<links::Link> groupings;
};

// The facets that have values, in the order of a journalist's questions: who, about what, which
// kind of text, where, under which government.
std::vector<FacetView> facet_views(const query::SearchRequest& request,
                                   const search::SearchResults& results,
                                   const gazetteer::Gazetteer& gazetteer);

// Beside a minister: the last office that began before the request's end (of facet_views also
// before the last text: who came into office later was not in it then). Beside a government: its
// years. Empty for other facets and for values that the gazetteer does not know.
std::string note_of(base::Facet facet, const std::string& value,
                    const query::SearchRequest& request, const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
