// The search page before it is HTML: every word, number and address that it shows, in French. Plain
// data and a pure function, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/pages/facet_view.hpp"
#include "server/pages/hit_view.hpp"
#include "server/pages/link.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/timeline_view.hpp"

namespace pressoir::pages {

struct SearchView {
  std::string page_title;
  std::string heading;
  std::string q;
  std::vector<Parameter> kept;  // what the form passes on besides the query and the dates
  std::string read_as;          // a sentence; empty without a query
  std::vector<Link> rewordings;
  std::optional<Link> suggestion;
  std::string from;  // the dates as they stand in the form: `12/2012`
  std::string to;
  std::optional<TimelineView> timeline;
  std::optional<Link> comparison;  // the query beside others, over time

  std::vector<FacetView> facets;
  std::string filters_summary;  // `Filtres`, `Filtres (2 actifs)`
  std::vector<FilterTag> tags;
  std::string no_filter_href;  // drops all of them; empty when there are fewer than two

  std::string results_title;  // `143 textes`
  std::vector<Link> sorts;    // the current one without href; none when there is nothing to sort
  std::optional<Link> folding;  // one result for equal texts, or all again; none without any
  std::vector<HitView> hits;
  std::uint64_t first_rank = 1;  // of the first hit, counted from 1
  std::vector<Link> pages;       // the current one without href; an empty text is a gap
  std::string previous_href;
  std::string next_href;
  std::vector<Link> page_sizes;  // `10`, `20`, `50`
  std::vector<Link> exports;     // CSV, JSON Lines, JSON
  FeedHrefs feeds;

  std::string empty_explanation;  // not empty when there is no hit to show
  std::vector<Link> ways_out;     // then: what to drop or change; what each finds is in the text
};

SearchView view_search(const SearchAnswer& answer, const gazetteer::Gazetteer& gazetteer);

// Shared with other lists of texts. What the form of a search passes on besides query and dates.
std::vector<Parameter> kept_parameters(search::SearchRequest request);
std::vector<Link> export_links(const search::SearchRequest& request);

}  // namespace pressoir::pages
