// The timeline of a search with its words and addresses: bars, scales and the governments of the
// time. Plain data and a pure function, any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/pages/hit_view.hpp"
#include "server/pages/timeline.hpp"

namespace pressoir::pages {

// A government under the bars: a link that selects its term.
struct GovernmentTerm {
  std::string name;  // `Ayrault II`; written where there is room
  Link link;         // `Gouvernement Ayrault II, du 21 juin 2012 au 31 mars 2014`
  double x = 0;      // per cent of the drawing's width
  double width = 0;
  bool fits_desk = false;  // whether its name is narrower than the term, on each screen
  bool fits_tablet = false;
  bool fits_telephone = false;
  bool is_selected = false;
};

struct TimelineView {
  Timeline drawing;
  std::vector<Link> bars;  // for each bar: `2012 : 143 textes`, and the search narrowed to it; no
                           // address where there is no text, or all addresses would be too long
  std::vector<GovernmentTerm> governments;
  std::vector<Link> scales;     // wider than the dates asked for: `toute la période`, `2012`…
  std::vector<Link> intervals;  // `par année`, `par mois`…: those that the span allows
  std::string description;      // `Nombre de textes par année, de 1998 à 2024`
  std::string column_title;     // of the table: `Année`
  std::string undated;          // `12 textes sans date`; empty when there are none
};

// `histogram` must have a bucket and be cut to the window.
TimelineView view_timeline(const search::SearchRequest& request,
                           const search::DateHistogram& histogram,
                           const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
