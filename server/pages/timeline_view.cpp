#include "server/pages/timeline_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server/pages/sentences.hpp"

namespace pressoir::pages {
namespace {

using query::Interval;
using query::SearchRequest;

// Of the addresses of all bars together. Beyond it bars lead nowhere: a query of 2 kB, repeated in
// a hundred bars, would make the page larger than tests/browser allows (30 kB).
constexpr std::size_t kMaxBarAddressBytes = 40'000;

// Mean width of a letter of a government's name, in pixels, and the margins of a name.
constexpr double kLetterPixels = 6.5;
constexpr double kNameMargins = 8;

// Chooses the dates, or drops them when they are chosen.
std::string toggled_dates(const SearchRequest& request, base::Date from, base::Date to) {
  const bool is_chosen = request.from == from && request.to == to;
  return links::search_href(is_chosen ? links::with_dates(request, {}, {})
                                      : links::with_dates(request, from, to));
}

// A bar without texts is described, but leads nowhere.
std::vector<links::Link> bar_links(const SearchRequest& request, const timeline::Drawing& drawing) {
  const std::size_t address = links::query_string(request).size();
  const bool are_short = address * drawing.bars.size() <= kMaxBarAddressBytes;
  std::vector<links::Link> links;
  for (const timeline::Bar& bar : drawing.bars) {
    links::Link link{bar_in_words(bar), ""};
    if (are_short && bar.count != 0) link.href = toggled_dates(request, bar.from, bar.to);
    links.push_back(std::move(link));
  }
  return links;
}

// Ways back from a range: the month or year around it, and everything.
std::vector<links::Link> scale_links(const SearchRequest& request) {
  std::vector<links::Link> links;
  if (!request.from && !request.to) return links;
  links.push_back(
      {std::string(kWholePeriod), links::search_href(links::with_dates(request, {}, {}))});
  const base::Date from = request.from;
  const base::Date to = request.to;
  const auto add = [&](base::Date wider) {
    if (wider == from && wider == to) return;
    links.push_back(
        {wording::in_words(wider), links::search_href(links::with_dates(request, wider, wider))});
  };
  if (from.year != to.year) return links;
  add({from.year, 0, 0});
  if (from.month != 0 && from.month == to.month) add({from.year, from.month, 0});
  return links;
}

// A request for years means "whatever fits": see timeline::choose_window. Hence "usual", not "by
// year", is the way back from months and days.
std::vector<links::Link> interval_links(const SearchRequest& request, const TimelineView& view,
                                        const search::facets::DateHistogram& histogram) {
  std::vector<links::Link> links;
  if (request.interval != Interval::kYear) {
    links.push_back(
        {std::string(kUsualInterval),
         links::search_href(links::with(request, &SearchRequest::interval, Interval::kYear))});
  }
  for (const Interval interval : {Interval::kYear, Interval::kMonth, Interval::kDay}) {
    if (interval < view.drawing.interval) continue;
    const bool is_current = interval == view.drawing.interval;
    if (!is_current && !timeline::can_draw_by(interval, histogram)) continue;
    links.push_back({std::string(interval_in_words(interval)),
                     is_current ? ""
                                : links::search_href(
                                      links::with(request, &SearchRequest::interval, interval))});
  }
  return links;
}

}  // namespace

std::vector<GovernmentTerm> government_terms(const timeline::Drawing& drawing,
                                             const gazetteer::Gazetteer& gazetteer,
                                             const DatesHref& href, const DrawingScale& scale) {
  std::vector<GovernmentTerm> terms;
  for (const gazetteer::Government& government : gazetteer.governments()) {
    GovernmentTerm term;
    term.x = timeline::position_of(drawing, government.first_day);
    const base::Date last = government.last_day;
    term.width = (last ? timeline::position_of(drawing, last) : 100) - term.x;
    // Before or after the time that is drawn.
    if (term.width <= 0) continue;
    term.name = government.name;
    term.link = {government_term(government), href(government.first_day, last)};
    const double letters = static_cast<double>(term.name.size()) * kLetterPixels + kNameMargins;
    term.fits_desk = term.width * scale.desk >= letters;
    term.fits_tablet = term.width * scale.tablet >= letters;
    term.fits_telephone = term.width * scale.telephone >= letters;
    term.first_day = government.first_day;
    term.last_day = last;
    terms.push_back(std::move(term));
  }
  return terms;
}

TimelineView view_timeline(const SearchRequest& request,
                           const search::facets::DateHistogram& histogram,
                           const gazetteer::Gazetteer& gazetteer) {
  TimelineView view;
  view.drawing = timeline::draw_bars(histogram, request.from, request.to);
  view.bars = bar_links(request, view.drawing);
  view.governments = government_terms(view.drawing, gazetteer, [&](base::Date from, base::Date to) {
    return toggled_dates(request, from, to);
  });
  for (GovernmentTerm& term : view.governments) {
    term.is_selected = request.from == term.first_day && request.to == term.last_day;
  }
  view.scales = scale_links(request);
  view.intervals = interval_links(request, view, histogram);
  view.column_title = column_of(view.drawing.interval);
  view.description = timeline_in_words(view.drawing);
  if (histogram.none != 0) view.undated = undated_in_words(histogram.none);
  return view;
}

}  // namespace pressoir::pages
