// The timeline of a search with its words and addresses: bars, scales and the governments of the
// time. Plain data and pure functions, any thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/links/link.hpp"
#include "server/pages/timeline/bars.hpp"

namespace pressoir::pages {

// A government below the bars: a link that selects its term.
struct GovernmentTerm {
  std::string name;  // `Ayrault II`
  links::Link link;  // `Gouvernement Ayrault II, du 21 juin 2012 au 31 mars 2014`
  // Per cent of the drawing's width.
  double x = 0;
  double width = 0;
  // Whether the name is narrower than the term on a screen of each size; else it is not written.
  bool fits_desk = false;
  bool fits_tablet = false;
  bool fits_telephone = false;
  bool is_selected = false;
  base::Date first_day;
  base::Date last_day;  // none: in office
};

struct TimelineView {
  timeline::Drawing drawing;
  // For each bar its count in words, and the search narrowed to it. No address where there is no
  // text, or when all addresses together would be too long.
  std::vector<links::Link> bars;
  std::vector<GovernmentTerm> governments;
  // Ranges of dates around the request's: `toute la période`, `2012`…
  std::vector<links::Link> scales;
  // `par année`, `par mois`…: those in which the span can be drawn.
  std::vector<links::Link> intervals;
  std::string description;   // `Nombre de textes par année, de 1998 à 2024`
  std::string column_title;  // of the table: `Année`
  std::string undated;       // `12 textes sans date`; empty when there are none
};

// Pixels of one per cent of a drawing's width on each screen: the style sheet's text column.
struct DrawingScale {
  double desk = 11.2;
  double tablet = 6.97;
  double telephone = 3.28;
};

// Makes the address of what is shown, narrowed to two dates; none: open.
using DatesHref = std::function<std::string(base::Date from, base::Date to)>;

// The governments in office during the time that is drawn; none is selected.
std::vector<GovernmentTerm> government_terms(const timeline::Drawing& drawing,
                                             const gazetteer::Gazetteer& gazetteer,
                                             const DatesHref& href, const DrawingScale& scale = {});

// `histogram` must have a bucket and be cut to the window: see timeline::cut_to.
TimelineView view_timeline(const query::SearchRequest& request,
                           const search::facets::DateHistogram& histogram,
                           const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
