#include "server/pages/timeline_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::Interval;
using search::SearchRequest;

// Of all addresses of bars together: a long query is not written a hundred times.
constexpr std::size_t kMaxBarAddressBytes = 40'000;

constexpr double kLetterPixels = 6.5;

struct IntervalWords {
  Interval interval;
  std::string_view by;
  std::string_view column;
};
constexpr std::array<IntervalWords, 3> kIntervals = {{
    {Interval::kYear, "par année", "Année"},
    {Interval::kMonth, "par mois", "Mois"},
    {Interval::kDay, "par jour", "Jour"},
}};

// Chooses the dates, or drops them when they are chosen.
std::string toggled_dates(const SearchRequest& request, base::Date from, base::Date to) {
  const bool is_chosen = request.from == from && request.to == to;
  return search_href(is_chosen ? with_dates(request, {}, {}) : with_dates(request, from, to));
}

std::vector<Link> bar_links(const SearchRequest& request, const Timeline& drawing) {
  const std::size_t address = query_string(request).size();
  const bool are_short = address * drawing.bars.size() <= kMaxBarAddressBytes;
  std::vector<Link> links;
  for (const TimelineBar& bar : drawing.bars) {
    Link link{
        period_in_words(bar.from, bar.to) + std::string(kNoBreakSpace) + ": " + counted(bar.count),
        ""};
    if (are_short && bar.count != 0) link.href = toggled_dates(request, bar.from, bar.to);
    links.push_back(std::move(link));
  }
  return links;
}

std::vector<Link> scale_links(const SearchRequest& request) {
  std::vector<Link> links;
  if (!request.from && !request.to) return links;
  links.push_back({"toute la période", search_href(with_dates(request, {}, {}))});
  const base::Date from = request.from;
  const base::Date to = request.to;
  const auto add = [&](base::Date wider) {
    if (wider == from && wider == to) return;
    links.push_back({in_words(wider), search_href(with_dates(request, wider, wider))});
  };
  if (from.year != to.year) return links;
  add({from.year, 0, 0});
  if (from.month != 0 && from.month == to.month) add({from.year, from.month, 0});
  return links;
}

// Years that are asked for mean whatever the window suggests: see timeline_window.
std::vector<Link> interval_links(const SearchRequest& request, const TimelineView& view,
                                 const search::DateHistogram& histogram) {
  std::vector<Link> links;
  if (request.interval != Interval::kYear) {
    links.push_back({"échelle usuelle", search_href(with_interval(request, Interval::kYear))});
  }
  for (const IntervalWords& words : kIntervals) {
    if (words.interval < view.drawing.interval) continue;
    const bool is_current = words.interval == view.drawing.interval;
    if (!is_current && !can_draw_by(words.interval, histogram)) continue;
    links.push_back({std::string(words.by),
                     is_current ? "" : search_href(with_interval(request, words.interval))});
  }
  return links;
}

}  // namespace

std::vector<GovernmentTerm> government_terms(const Timeline& drawing,
                                             const gazetteer::Gazetteer& gazetteer,
                                             const DatesHref& href, const DrawingScale& scale) {
  std::vector<GovernmentTerm> terms;
  for (const gazetteer::Government& government : gazetteer.governments()) {
    GovernmentTerm term;
    term.x = position_of(drawing, government.first_day);
    const base::Date last = government.last_day;
    term.width = (last ? position_of(drawing, last) : 100) - term.x;
    if (term.width <= 0) continue;
    term.name = government.name;
    term.link = {
        "Gouvernement " + government.name + ", " + period_in_words(government.first_day, last),
        href(government.first_day, last)};
    const double letters = static_cast<double>(term.name.size()) * kLetterPixels + 8;
    term.fits_desk = term.width * scale.desk >= letters;
    term.fits_tablet = term.width * scale.tablet >= letters;
    term.fits_telephone = term.width * scale.telephone >= letters;
    term.first_day = government.first_day;
    term.last_day = last;
    terms.push_back(std::move(term));
  }
  return terms;
}

std::string_view interval_in_words(Interval interval) noexcept {
  return kIntervals[static_cast<std::size_t>(interval)].by;
}

std::string_view column_of(Interval interval) noexcept {
  return kIntervals[static_cast<std::size_t>(interval)].column;
}

TimelineView view_timeline(const SearchRequest& request, const search::DateHistogram& histogram,
                           const gazetteer::Gazetteer& gazetteer) {
  TimelineView view;
  view.drawing = draw_timeline(histogram, request.from, request.to);
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
  view.description = "Nombre de textes " + std::string(interval_in_words(view.drawing.interval)) +
                     ", " +
                     period_in_words(view.drawing.bars.front().from, view.drawing.bars.back().to);
  if (histogram.none != 0) view.undated = counted(histogram.none) + " sans date";
  return view;
}

}  // namespace pressoir::pages
