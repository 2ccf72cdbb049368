// All values of a facet, in groups: the lists of ministers, governments and themes, and the page on
// which several values of a long facet are chosen. Plain data and pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/pages/facet_view.hpp"
#include "server/pages/hit_view.hpp"
#include "server/pages/link.hpp"

namespace pressoir::pages {

enum class Grouping { kNone, kLetter, kGovernment, kLineage };

struct ValueGroup {
  std::string title;  // empty: all values are in one group
  std::vector<FacetEntry> entries;
};

struct ValueListView {
  std::string facet;  // its parameter
  std::string title;  // `Tous les ministres`
  std::string count;  // `320 valeurs`
  std::string like;
  std::string cut;                  // says that there are more values; empty: all are there
  std::vector<Link> groupings;      // `par ordre alphabétique`…; none when there is one way only
  std::vector<Parameter> question;  // what both forms pass on besides the facet
  std::vector<Parameter> grouped;   // the grouping, to be passed on by the form that searches
  std::vector<std::string> hidden_choices;  // chosen values that `like` leaves out
  std::string back_href;
  std::vector<ValueGroup> groups;
};

// What is asked of the page of values.
struct ValueListRequest {
  search::SearchRequest search;
  search::Facet facet = search::Facet::kMinister;
  std::string like;  // words of the label or its note, as search::TypedName reads them; empty: all
  Grouping grouping = Grouping::kNone;
};

// `letter`, `government`, `lineage`; kNone for another word.
Grouping grouping_from_string(std::string_view word) noexcept;

// The search that lists every value of one facet.
search::SearchRequest all_values(search::SearchRequest request, search::Facet facet);

// `results` of all_values.
ValueListView view_value_list(const ValueListRequest& request, const search::SearchResults& results,
                              const gazetteer::Gazetteer& gazetteer);

// A list of the archive's own: each value leads to its page.
ValueListView view_directory(search::Facet facet, const search::SearchResults& results,
                             const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
