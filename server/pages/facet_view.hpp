// The facets of a search and the filters that are on, as a reader sees them. Plain data and pure
// functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/pages/hit_view.hpp"
#include "server/pages/typography.hpp"
#include "server/search/request.hpp"

namespace pressoir::pages {

struct FacetEntry {
  std::string value;  // what the filter takes
  std::string label;
  std::string note;  // of a minister the office, of a government its years; may be empty
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
  std::uint64_t others = 0;     // values not listed
  std::string all_href;         // a page with all of them; empty when all are listed
  std::vector<Link> groupings;  // of ministers, the same page by ministry and by government
};

// The facets that have anything to show, in the order of a journalist's questions: who, about
// what, which kind of text, where, under whom. Beside a minister stands the office held last before
// the request's end, or else before the last of the texts.
std::vector<FacetView> facet_views(const search::SearchRequest& request,
                                   const search::SearchResults& results,
                                   const gazetteer::Gazetteer& gazetteer);

// `Ministre`; of a list of its values `Tous les ministres`; of their number `ministres`.
std::string_view title_of(search::Facet facet) noexcept;
std::string_view title_of_all(search::Facet facet) noexcept;
const Noun& noun_of(search::Facet facet) noexcept;

// What is said beside a value: the office that a minister held last before the request's end, the
// years of a government; empty for other facets and for who is not in the gazetteer.
std::string note_of(search::Facet facet, const std::string& value,
                    const search::SearchRequest& request, const gazetteer::Gazetteer& gazetteer);

// The name of a value: as the facet lists it, else bare.
std::string name_of(search::Facet facet, const std::string& value,
                    const search::SearchResults& results);

// One condition that can be dropped.
struct FilterTag {
  std::string text;     // `Arnaud Montebourg`, `sauf Industrie › Emploi`, `de 2012 à 2014`
  std::string without;  // what dropping it means: `Sans le filtre « Arnaud Montebourg »`
  std::string href;     // the search without it
  search::SearchRequest rest = {};  // the same
};

// Every filter that is on, the dates last.
std::vector<FilterTag> filter_tags(const search::SearchRequest& request,
                                   const search::SearchResults& results);

}  // namespace pressoir::pages
