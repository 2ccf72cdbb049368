// The search page before it is HTML: every word, number and address that it shows, in French. Plain
// data and a pure function, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/pages/facet_view.hpp"
#include "server/pages/hit_view.hpp"
#include "server/pages/link.hpp"
#include "server/pages/timeline.hpp"
#include "server/search/request.hpp"

namespace pressoir::pages {

struct TimelineView {
  Timeline drawing;
  std::vector<Link> bars;       // for each bar: `2012 : 143 textes`, and the search narrowed to it
  std::vector<Link> intervals;  // `par année`, `par mois`…: those that the span allows
  std::string description;      // `Nombre de textes par année, de 1998 à 2024`
  std::string column_title;     // of the table: `Année`
  std::string undated;          // `12 textes sans date`; empty when there are none
};

struct SearchView {
  std::string page_title;
  std::string heading;
  std::string q;
  std::vector<Parameter> kept;  // what the form passes on besides the query and the dates
  std::string read_as;          // a sentence; empty without a query
  std::vector<Link> rewordings;
  std::optional<Link> suggestion;
  std::string from;  // the dates as they stand in the form
  std::string to;
  std::optional<TimelineView> timeline;

  std::vector<FacetView> facets;
  std::string filters_summary;  // `Filtres`, `Filtres (2 actifs)`
  std::vector<FilterTag> tags;
  std::string no_filter_href;  // drops all of them; empty when there are fewer than two

  std::string results_title;  // `143 textes`, `Derniers textes`
  std::vector<Link> sorts;    // the current one without href; none when there is nothing to sort
  std::vector<HitView> hits;
  std::uint64_t first_rank = 1;  // of the first hit, counted from 1
  std::vector<Link> pages;       // the current one without href; an empty text is a gap
  std::string previous_href;
  std::string next_href;
  std::string api_href;

  bool is_home = false;           // nothing was asked
  std::vector<Link> examples;     // on the home page
  std::string empty_explanation;  // not empty when there is no hit to show
  std::vector<Link> ways_out;     // then: what to drop or change
};

SearchView view_search(const search::SearchRequest& request, const search::SearchResults& results);

}  // namespace pressoir::pages
