// All values of a facet, in groups: the directories of ministers, governments and themes, and the
// page on which a reader chooses several values of a long facet. Plain data and pure functions, any
// thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/pages/facet_view.hpp"
#include "server/pages/sentences.hpp"

namespace pressoir::pages {

struct ValueGroup {
  std::string title;  // empty: all values are in one group
  std::vector<FacetEntry> entries;
};

struct ValueListView {
  std::string facet;  // its parameter
  std::string title;  // `Tous les ministres`
  std::string count;  // `320 ministres`
  std::string like;
  // That not all values are on the page; empty when they are.
  std::string cut;
  // `par ordre alphabétique`…; empty when there is one way only.
  std::vector<links::Link> groupings;
  // Hidden fields. Of both forms of the page: the search, without the values of this facet.
  std::vector<links::Parameter> question;
  // Of the form that searches in the list: the grouping.
  std::vector<links::Parameter> grouped;
  // Chosen values that have no check box here, because of `like` or `cut`.
  std::vector<std::string> hidden_choices;
  std::string back_href;
  std::vector<ValueGroup> groups;
};

// The parameters of the page `/valeurs`.
struct ValueListRequest {
  query::SearchRequest search;
  base::Facet facet = base::Facet::kMinister;
  // Words of the label or the note, as search::TypedName matches them; empty: all values.
  std::string like;
  Grouping grouping = Grouping::kNone;
};

// The grouping of the parameter `group`: `letter`, `government`, `lineage`; kNone for other words.
Grouping grouping_from_string(std::string_view word) noexcept;

// `results`: of search::only_values.
ValueListView view_value_list(const ValueListRequest& request, const search::SearchResults& results,
                              const gazetteer::Gazetteer& gazetteer);

// A directory of the whole archive, in which each value leads to its page. `results`: of
// search::only_values of an empty request.
ValueListView view_directory(base::Facet facet, const search::SearchResults& results,
                             const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
