// The histogram of a search as the geometry of a drawing: plain data, no HTML. Horizontal measures
// are per cent of the drawing's width, so that one drawing serves a desk and a telephone; vertical
// ones are pixels from the top. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "server/search/request.hpp"

namespace pressoir::pages {

// More bars than these are narrower than a hair: they are put together in longer periods.
inline constexpr std::size_t kMaxTimelineBars = 372;

inline constexpr int kAxisHeight = 56;  // below the baseline: labels, governments
inline constexpr int kTimelineBaseline = 100;
inline constexpr int kTimelineTop = 18;  // of the highest bar; its count is written above

struct TimelineBar {
  base::Date from;  // first and last period of the bar, partial as the interval is: both `2012`
  base::Date to;
  std::uint64_t count = 0;
  bool is_selected = false;  // lies, in part at least, in the dates asked for
  double slot_x = 0;         // the bar with the gap around it
  double slot_width = 0;
  double x = 0;
  double width = 0;
  double y = 0;
  double height = 0;  // 0 only when the count is
};

struct TimelineLabel {
  double x = 0;  // its middle
  std::string text;
  bool is_minor = false;  // left out on narrow screens
};

struct TimelineSpan {
  double x = 0;
  double width = 0;
};

struct Timeline {
  search::Interval interval = search::Interval::kYear;  // as drawn: longer than asked if it must be
  std::vector<TimelineBar> bars;
  std::vector<TimelineLabel> labels;
  std::optional<TimelineSpan> selection;  // under the selected bars
  std::uint64_t peak = 0;                 // count of the highest bar
  double peak_x = 0;                      // its middle
};

// `from` and `to`: the dates asked for; none: open.
Timeline draw_timeline(const search::DateHistogram& histogram, base::Date from, base::Date to);

// Where the day stands, per cent of the width: 0 before the first bar, 100 after the last.
double position_of(const Timeline& timeline, base::Date day);

// True when the histogram's whole span can be drawn in that interval, a bar a period.
bool can_draw_by(search::Interval interval, const search::DateHistogram& histogram);

}  // namespace pressoir::pages
