#include "server/pages/timeline.hpp"

#include <algorithm>

#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::DateBucket;
using search::Interval;

constexpr double kMinBarHeight = 2;   // a single text stays visible beside thousands
constexpr double kMaxBarWidth = 3.5;  // per cent: a few periods are not drawn as blocks
constexpr double kMaxGap = 0.25;      // per cent of the width: about 3 px on a desk

base::Date period_of(Interval interval, base::Date day) {
  if (interval == Interval::kYear) return {day.year, 0, 0};
  if (interval == Interval::kMonth) return {day.year, day.month, 0};
  return day;
}

// Consecutive numbers for consecutive periods.
std::int64_t ordinal(Interval interval, base::Date date) {
  if (interval == Interval::kYear) return date.year;
  if (interval == Interval::kMonth) return date.year * 12 + std::max<int>(date.month, 1) - 1;
  return base::days_since_epoch(date);
}

std::size_t span_of(Interval interval, const std::vector<DateBucket>& buckets) {
  if (buckets.empty()) return 0;
  const base::Date last = buckets.back().start;
  return static_cast<std::size_t>(ordinal(interval, last) -
                                  ordinal(interval, buckets.front().start)) +
         1;
}

Interval drawable_interval(const search::DateHistogram& histogram) {
  Interval interval = histogram.interval;
  if (interval == Interval::kDay && !can_draw_by(interval, histogram)) interval = Interval::kMonth;
  if (interval == Interval::kMonth && !can_draw_by(interval, histogram)) interval = Interval::kYear;
  return interval;
}

// A bar for each period of `interval`, or for several of them when even years are too many.
std::vector<TimelineBar> gather_bars(Interval interval, const std::vector<DateBucket>& buckets) {
  std::vector<TimelineBar> bars;
  if (buckets.empty()) return bars;
  const auto group =
      static_cast<std::int64_t>((span_of(interval, buckets) - 1) / kMaxTimelineBars + 1);
  const std::int64_t first = ordinal(interval, buckets.front().start);
  for (const DateBucket& bucket : buckets) {
    const base::Date period = period_of(interval, bucket.start);
    const auto bar = static_cast<std::size_t>((ordinal(interval, period) - first) / group);
    if (bar >= bars.size()) {
      bars.resize(bar + 1);
      bars.back().from = period;
    }
    bars.back().to = period;
    bars.back().count += bucket.count;
  }
  return bars;
}

void place(std::vector<TimelineBar>& bars, std::uint64_t peak) {
  const double slot = 100.0 / static_cast<double>(bars.size());
  const double width = std::min(slot - std::min(slot * 0.15, kMaxGap), kMaxBarWidth);
  const double full = kTimelineBaseline - kTimelineTop;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    TimelineBar& bar = bars[i];
    bar.slot_x = slot * static_cast<double>(i);
    bar.slot_width = slot;
    bar.x = bar.slot_x + (slot - width) / 2;
    bar.width = width;
    if (bar.count != 0) {
      const double share = static_cast<double>(bar.count) / static_cast<double>(peak);
      bar.height = std::max(kMinBarHeight, full * share);
    }
    bar.y = kTimelineBaseline - bar.height;
  }
}

void select(Timeline& timeline, base::Date from, base::Date to) {
  if (!from && !to) return;
  for (TimelineBar& bar : timeline.bars) {
    const bool begins_in_time = !to || base::first_day(bar.from) <= base::last_day(to);
    const bool ends_in_time = !from || base::last_day(bar.to) >= base::first_day(from);
    bar.is_selected = begins_in_time && ends_in_time;
    if (!bar.is_selected) continue;
    if (!timeline.selection) timeline.selection = TimelineSpan{bar.slot_x, 0};
    timeline.selection->width = bar.slot_x + bar.slot_width - timeline.selection->x;
  }
}

// Where labels may stand: at the beginning of every so many years, or months when less than two
// years are drawn.
struct Grid {
  Interval unit;
  std::vector<std::int64_t> steps;  // from the finest; each divides those behind it
  std::size_t max_labels;           // as many as fit on a desk
  std::size_t max_major_labels;     // and on a telephone
};

Grid grid_of(const Timeline& timeline) {
  const std::int64_t months = ordinal(Interval::kMonth, timeline.bars.back().to) -
                              ordinal(Interval::kMonth, timeline.bars.front().from);
  if (timeline.interval != Interval::kYear && months < 24) {
    return {Interval::kMonth, {1, 3, 6, 12}, 12, 4};
  }
  return {Interval::kYear, {1, 5, 10, 50, 100, 500, 1000, 5000}, 28, 8};
}

bool begins_period(base::Date date, Interval unit) {
  return base::first_day(date) == base::first_day(period_of(unit, date));
}

std::vector<std::size_t> bars_on_grid(const Timeline& timeline, const Grid& grid,
                                      std::int64_t step) {
  const auto number = [&](base::Date date) { return ordinal(grid.unit, date); };
  std::vector<std::size_t> found;
  const base::Date first = timeline.bars.front().from;
  if (begins_period(first, grid.unit) && number(first) % step == 0) found.push_back(0);
  for (std::size_t i = 1; i < timeline.bars.size(); ++i) {
    if (number(timeline.bars[i].to) / step != number(timeline.bars[i - 1].to) / step) {
      found.push_back(i);
    }
  }
  return found;
}

// The finest step that gives at most `limit` labels; the first bar when no step gives any.
std::vector<std::size_t> labelled_bars(const Timeline& timeline, const Grid& grid,
                                       std::size_t limit) {
  std::vector<std::size_t> found;
  for (const std::int64_t step : grid.steps) {
    found = bars_on_grid(timeline, grid, step);
    if (found.size() <= limit) break;
  }
  if (found.empty()) found.push_back(0);
  return found;
}

std::string label_text(const TimelineBar& bar, const Grid& grid, bool is_first) {
  if (grid.unit == Interval::kYear) return std::to_string(bar.to.year);
  const std::string month = short_month(bar.to);
  return is_first || bar.to.month == 1 ? month + " " + std::to_string(bar.to.year) : month;
}

void add_labels(Timeline& timeline) {
  const Grid grid = grid_of(timeline);
  const auto all = labelled_bars(timeline, grid, grid.max_labels);
  const auto major = labelled_bars(timeline, grid, grid.max_major_labels);
  for (const std::size_t i : all) {
    const TimelineBar& bar = timeline.bars[i];
    timeline.labels.push_back({bar.slot_x + bar.slot_width / 2,
                               label_text(bar, grid, timeline.labels.empty()),
                               !std::binary_search(major.begin(), major.end(), i)});
  }
}

}  // namespace

Timeline draw_timeline(const search::DateHistogram& histogram, base::Date from, base::Date to) {
  Timeline timeline;
  timeline.interval = drawable_interval(histogram);
  timeline.bars = gather_bars(timeline.interval, histogram.buckets);
  if (timeline.bars.empty()) return timeline;
  const auto highest =
      std::max_element(timeline.bars.begin(), timeline.bars.end(),
                       [](const auto& a, const auto& b) { return a.count < b.count; });
  timeline.peak = std::max<std::uint64_t>(highest->count, 1);
  place(timeline.bars, timeline.peak);
  timeline.peak_x = highest->slot_x + highest->slot_width / 2;
  select(timeline, from, to);
  add_labels(timeline);
  return timeline;
}

double position_of(const Timeline& timeline, base::Date day) {
  const auto bar = std::find_if(timeline.bars.begin(), timeline.bars.end(), [&](const auto& other) {
    return base::last_day(other.to) >= base::first_day(day);
  });
  if (bar == timeline.bars.end()) return 100;
  const std::int32_t first = base::days_since_epoch(base::first_day(bar->from));
  const std::int32_t end = base::days_since_epoch(base::last_day(bar->to)) + 1;
  const std::int32_t wanted = std::max(first, base::days_since_epoch(base::first_day(day)));
  return bar->slot_x + bar->slot_width * (wanted - first) / (end - first);
}

bool can_draw_by(Interval interval, const search::DateHistogram& histogram) {
  return span_of(interval, histogram.buckets) <= kMaxTimelineBars;
}

}  // namespace pressoir::pages
