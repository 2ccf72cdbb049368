// The histogram of a search as a drawing: which part of the archive it covers (Window) and where
// its bars and labels are (Drawing). Plain data, no HTML and no addresses: pages adds those.
//
// Horizontal measures are per cent of the drawing's width, so that one drawing fits a desk and a
// telephone; vertical ones are pixels from the top. All functions are pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/histogram.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages::timeline {

// Days of the archive, and the length of a period in which they are counted.
struct Window {
  // First and last day, the limits of whole periods of `interval`. Both none: the whole archive.
  base::Date from;
  base::Date to;
  query::Interval interval = query::Interval::kYear;
};

// The interval in which a span of `days` is drawn by default: years for more than twelve years,
// months for more than 150 days, else days.
query::Interval usual_interval(std::int32_t days);

// The dates of the request with half as much again on each side, so that a reader sees what is
// around them; never beyond the archive. Years are the API's default interval and mean "whatever
// fits" here: one year is drawn by months, one month by days. Months and days that a request names
// are kept.
Window choose_window(const query::SearchRequest& request, const search::ArchiveSummary& archive);

// The periods of the window, those without documents too. The histogram is returned whole when the
// window has no document, since the reader must see where to look instead.
search::facets::DateHistogram cut_to(const Window& window, search::facets::DateHistogram histogram);

// Most bars of a drawing. More would be narrower than 3 px on a desk; periods are then merged.
inline constexpr std::size_t kMaxBars = 372;

// Vertical layout in pixels.
inline constexpr int kTop = 18;         // top of the highest bar; its count is written above it
inline constexpr int kBaseline = 100;   // bottom of all bars
inline constexpr int kAxisHeight = 56;  // below the baseline, for labels and governments

struct Bar {
  // First and last period of the bar, partial as the interval is. Both are `2012` for one year.
  base::Date from;
  base::Date to;
  std::uint64_t count = 0;
  // Overlaps the dates of the request.
  bool is_selected = false;
  // The slot is the bar with the gap around it: what a finger hits.
  double slot_x = 0;
  double slot_width = 0;
  double x = 0;
  double width = 0;
  double y = 0;
  // 0 only when the count is; a single document beside thousands stays visible.
  double height = 0;
};

struct Label {
  double x = 0;  // of its middle
  std::string text;
  bool is_minor = false;  // hidden on narrow screens
};

struct Span {
  double x = 0;
  double width = 0;
};

struct Drawing {
  // As drawn, which may be longer than requested: see kMaxBars.
  query::Interval interval = query::Interval::kYear;
  std::vector<Bar> bars;
  std::vector<Label> labels;
  // Below the selected bars; none when the request has no dates.
  std::optional<Span> selection;
  // Count and middle of the highest bar.
  std::uint64_t peak = 0;
  double peak_x = 0;
};

// Draws the periods of a histogram; without bars when it has none. `from` and `to` are the dates of
// the request, partial or none (open).
Drawing draw_bars(const search::facets::DateHistogram& histogram, base::Date from, base::Date to);

// The x of the beginning of a day: 0 before the first bar, 100 after the last.
double position_of(const Drawing& drawing, base::Date day);

// Whether the histogram's whole span fits into kMaxBars bars of one period each.
bool can_draw_by(query::Interval interval, const search::facets::DateHistogram& histogram);

}  // namespace pressoir::pages::timeline
