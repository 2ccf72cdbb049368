// The timeline of a search with its words and addresses: bars, scales and the governments of the
// time. Plain data and a pure function, any thread.
#pragma once

#include <functional>
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
  base::Date first_day;
  base::Date last_day;  // none: in office
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

// Pixels of a per cent of a drawing's width.
struct DrawingScale {
  double desk = 11.2;
  double tablet = 6.97;
  double telephone = 3.28;
};

// The address of what is shown, between two dates; none: without limit.
using DatesHref = std::function<std::string(base::Date from, base::Date to)>;

// The governments of the time that is drawn, none of them selected.
std::vector<GovernmentTerm> government_terms(const Timeline& drawing,
                                             const gazetteer::Gazetteer& gazetteer,
                                             const DatesHref& href, const DrawingScale& scale = {});

// `par année`, and `Année` above a column of them.
std::string_view interval_in_words(search::Interval interval) noexcept;
std::string_view column_of(search::Interval interval) noexcept;

// `histogram` must have a bucket and be cut to the window.
TimelineView view_timeline(const search::SearchRequest& request,
                           const search::DateHistogram& histogram,
                           const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
