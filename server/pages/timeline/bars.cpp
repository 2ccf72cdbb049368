#include "server/pages/timeline/bars.hpp"

#include <algorithm>

#include "server/wording/typography.hpp"

namespace pressoir::pages::timeline {
namespace {

using query::Interval;
using search::facets::DateBucket;

// Limits of usual_interval. 150 days still give bars that a finger can hit on a desk.
constexpr std::int32_t kMaxDaysByMonth = 12 * 366;
constexpr std::int32_t kMaxDaysByDay = 150;
// Days on each side of a range at least, so that a single day is not a single bar.
constexpr std::int32_t kMinMargin = 15;

constexpr double kMinBarHeight = 2;
// A few periods are bars, not blocks (per cent of the width).
constexpr double kMaxBarWidth = 3.5;
// Between two bars, per cent of the width: about 3 px on a desk.
constexpr double kMaxGap = 0.25;

base::Date period_of(Interval interval, base::Date day) {
  if (interval == Interval::kYear) return {day.year, 0, 0};
  if (interval == Interval::kMonth) return {day.year, day.month, 0};
  return day;
}

base::Date next_period(Interval interval, base::Date first_day) {
  const base::Date last = base::last_day(period_of(interval, first_day));
  return base::date_from_days(base::days_since_epoch(last) + 1);
}

std::vector<DateBucket> empty_periods(Interval interval, base::Date from, base::Date to) {
  std::vector<DateBucket> buckets;
  for (base::Date day = from; day <= to; day = next_period(interval, day)) {
    buckets.push_back({day, 0});
  }
  return buckets;
}

// Consecutive numbers for consecutive periods, whatever the day in them.
std::int64_t ordinal(Interval interval, base::Date date) {
  if (interval == Interval::kYear) return date.year;
  if (interval == Interval::kMonth) return date.year * 12 + std::max<int>(date.month, 1) - 1;
  return base::days_since_epoch(date);
}

// In periods, the empty ones too.
std::size_t span_of(Interval interval, const std::vector<DateBucket>& buckets) {
  if (buckets.empty()) return 0;
  const base::Date last = buckets.back().start;
  return static_cast<std::size_t>(ordinal(interval, last) -
                                  ordinal(interval, buckets.front().start)) +
         1;
}

Interval drawable_interval(const search::facets::DateHistogram& histogram) {
  Interval interval = histogram.interval;
  if (interval == Interval::kDay && !can_draw_by(interval, histogram)) interval = Interval::kMonth;
  if (interval == Interval::kMonth && !can_draw_by(interval, histogram)) interval = Interval::kYear;
  return interval;
}

// A bar for each period of `interval`, or for several of them when even years are too many.
std::vector<Bar> gather_bars(Interval interval, const std::vector<DateBucket>& buckets) {
  std::vector<Bar> bars;
  if (buckets.empty()) return bars;
  const auto group = static_cast<std::int64_t>((span_of(interval, buckets) - 1) / kMaxBars + 1);
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

// Slots fill the width; the gap is a share of a slot until that share is wider than kMaxGap.
void place(std::vector<Bar>& bars, std::uint64_t peak) {
  const double slot = 100.0 / static_cast<double>(bars.size());
  const double width = std::min(slot - std::min(slot * 0.15, kMaxGap), kMaxBarWidth);
  const double full = kBaseline - kTop;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    Bar& bar = bars[i];
    bar.slot_x = slot * static_cast<double>(i);
    bar.slot_width = slot;
    bar.x = bar.slot_x + (slot - width) / 2;
    bar.width = width;
    if (bar.count != 0) {
      const double share = static_cast<double>(bar.count) / static_cast<double>(peak);
      bar.height = std::max(kMinBarHeight, full * share);
    }
    bar.y = kBaseline - bar.height;
  }
}

// A bar that the dates touch in part is selected: years are drawn for a request of months.
void select(Drawing& drawing, base::Date from, base::Date to) {
  if (!from && !to) return;
  for (Bar& bar : drawing.bars) {
    const bool begins_in_time = !to || base::first_day(bar.from) <= base::last_day(to);
    const bool ends_in_time = !from || base::last_day(bar.to) >= base::first_day(from);
    bar.is_selected = begins_in_time && ends_in_time;
    if (!bar.is_selected) continue;
    if (!drawing.selection) drawing.selection = Span{bar.slot_x, 0};
    drawing.selection->width = bar.slot_x + bar.slot_width - drawing.selection->x;
  }
}

// Where labels may be: at the beginning of every so many years, or months when less than two years
// are drawn.
struct Grid {
  Interval unit;
  // From the finest. Each divides the next, so that the labels of a telephone are some of a desk's.
  std::vector<std::int64_t> steps;
  std::size_t max_labels;        // as many as fit on a desk
  std::size_t max_major_labels;  // and on a telephone
};

Grid grid_of(const Drawing& drawing) {
  const std::int64_t months = ordinal(Interval::kMonth, drawing.bars.back().to) -
                              ordinal(Interval::kMonth, drawing.bars.front().from);
  if (drawing.interval != Interval::kYear && months < 24) {
    return {Interval::kMonth, {1, 3, 6, 12}, 12, 4};
  }
  return {Interval::kYear, {1, 5, 10, 50, 100, 500, 1000, 5000}, 28, 8};
}

bool begins_period(base::Date date, Interval unit) {
  return base::first_day(date) == base::first_day(period_of(unit, date));
}

// The bars in which a step of the grid begins. One that began before the first bar is cut off and
// gets no label, hence the first bar's own condition.
std::vector<std::size_t> bars_on_grid(const Drawing& drawing, const Grid& grid, std::int64_t step) {
  const auto number = [&](base::Date date) { return ordinal(grid.unit, date); };
  std::vector<std::size_t> found;
  const base::Date first = drawing.bars.front().from;
  if (begins_period(first, grid.unit) && number(first) % step == 0) found.push_back(0);
  for (std::size_t i = 1; i < drawing.bars.size(); ++i) {
    if (number(drawing.bars[i].to) / step != number(drawing.bars[i - 1].to) / step) {
      found.push_back(i);
    }
  }
  return found;
}

// The finest step that gives at most `limit` labels; the first bar when no step gives any.
std::vector<std::size_t> labelled_bars(const Drawing& drawing, const Grid& grid,
                                       std::size_t limit) {
  std::vector<std::size_t> found;
  for (const std::int64_t step : grid.steps) {
    found = bars_on_grid(drawing, grid, step);
    if (found.size() <= limit) break;
  }
  if (found.empty()) found.push_back(0);
  return found;
}

// The year is beside the first month and each January: enough to read the others.
std::string label_text(const Bar& bar, const Grid& grid, bool is_first) {
  if (grid.unit == Interval::kYear) return std::to_string(bar.to.year);
  const std::string month = wording::short_month(bar.to);
  return is_first || bar.to.month == 1 ? month + " " + std::to_string(bar.to.year) : month;
}

void add_labels(Drawing& drawing) {
  const Grid grid = grid_of(drawing);
  const auto all = labelled_bars(drawing, grid, grid.max_labels);
  const auto major = labelled_bars(drawing, grid, grid.max_major_labels);
  for (const std::size_t i : all) {
    const Bar& bar = drawing.bars[i];
    drawing.labels.push_back({bar.slot_x + bar.slot_width / 2,
                              label_text(bar, grid, drawing.labels.empty()),
                              !std::binary_search(major.begin(), major.end(), i)});
  }
}

}  // namespace

Interval usual_interval(std::int32_t days) {
  if (days > kMaxDaysByMonth) return Interval::kYear;
  return days > kMaxDaysByDay ? Interval::kMonth : Interval::kDay;
}

Window choose_window(const query::SearchRequest& request, const search::ArchiveSummary& archive) {
  Window window;
  window.interval = request.interval;
  if (!archive.first_date || !archive.last_date) return window;
  const std::int32_t first = base::days_since_epoch(base::first_day(archive.first_date));
  const std::int32_t last = base::days_since_epoch(base::last_day(archive.last_date));
  const bool is_free = request.interval == Interval::kYear;
  // Dates beyond the archive draw its edge, not an empty century.
  const auto clamped = [&](base::Date day) {
    return std::clamp(base::days_since_epoch(day), first, last);
  };
  const std::int32_t from = request.from ? clamped(base::first_day(request.from)) : first;
  const std::int32_t to = std::max(from, request.to ? clamped(base::last_day(request.to)) : last);
  const std::int32_t margin = std::max((to - from) / 2, kMinMargin);
  const std::int32_t begin = std::max(first, from - margin);
  const std::int32_t end = std::min(last, to + margin);
  if (is_free) window.interval = usual_interval(end - begin);
  if (!request.from && !request.to) return window;
  window.from = base::first_day(period_of(window.interval, base::date_from_days(begin)));
  window.to = base::last_day(period_of(window.interval, base::date_from_days(end)));
  return window;
}

search::facets::DateHistogram cut_to(const Window& window,
                                     search::facets::DateHistogram histogram) {
  if (!window.from || histogram.interval != window.interval) return histogram;
  std::vector<DateBucket> cut = empty_periods(window.interval, window.from, window.to);
  std::uint64_t total = 0;
  auto place = cut.begin();
  // Both lists are in order and start on first days, so one pass pairs them.
  for (const DateBucket& bucket : histogram.buckets) {
    while (place != cut.end() && place->start < bucket.start) ++place;
    if (place == cut.end()) break;
    if (place->start != bucket.start) continue;
    place->count = bucket.count;
    total += bucket.count;
  }
  if (total != 0) histogram.buckets = std::move(cut);
  return histogram;
}

Drawing draw_bars(const search::facets::DateHistogram& histogram, base::Date from, base::Date to) {
  Drawing drawing;
  drawing.interval = drawable_interval(histogram);
  drawing.bars = gather_bars(drawing.interval, histogram.buckets);
  if (drawing.bars.empty()) return drawing;
  const auto highest =
      std::max_element(drawing.bars.begin(), drawing.bars.end(),
                       [](const auto& a, const auto& b) { return a.count < b.count; });
  // An archive of undated texts gives periods of 0: 1 keeps the division by the peak defined.
  drawing.peak = std::max<std::uint64_t>(highest->count, 1);
  place(drawing.bars, drawing.peak);
  drawing.peak_x = highest->slot_x + highest->slot_width / 2;
  select(drawing, from, to);
  add_labels(drawing);
  return drawing;
}

double position_of(const Drawing& drawing, base::Date day) {
  const auto bar = std::find_if(drawing.bars.begin(), drawing.bars.end(), [&](const auto& other) {
    return base::last_day(other.to) >= base::first_day(day);
  });
  if (bar == drawing.bars.end()) return 100;
  const std::int32_t first = base::days_since_epoch(base::first_day(bar->from));
  const std::int32_t end = base::days_since_epoch(base::last_day(bar->to)) + 1;
  const std::int32_t wanted = std::max(first, base::days_since_epoch(base::first_day(day)));
  return bar->slot_x + bar->slot_width * (wanted - first) / (end - first);
}

bool can_draw_by(Interval interval, const search::facets::DateHistogram& histogram) {
  return span_of(interval, histogram.buckets) <= kMaxBars;
}

}  // namespace pressoir::pages::timeline
