#include "server/pages/timeline/curves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pressoir::pages::timeline {
namespace {

constexpr std::size_t kMaxSigns = 30;  // of one curve: more would hide it
constexpr int kMaxGridLines = 4;       // above 0

double share_of(const Point& point) {
  if (point.documents == 0) return 0;
  return static_cast<double>(point.count) / static_cast<double>(point.documents);
}

// The counts of a series in the bars of the axis, which may have several periods each.
Drawing bars_of(const search::TrendSeries& series, search::facets::DateHistogram periods) {
  for (std::size_t i = 0; i < periods.buckets.size(); ++i) {
    periods.buckets[i].count = series.counts[i];
  }
  return draw_bars(periods, {}, {});
}

// The number of documents from which a period is drawn: see kMinDocuments. A tenth of the median,
// rounded up, so that a small archive, whose periods all have few documents, is drawn nevertheless.
std::uint64_t least_documents(const Drawing& axis) {
  std::vector<std::uint64_t> counts;
  for (const Bar& bar : axis.bars) {
    if (bar.count != 0) counts.push_back(bar.count);
  }
  if (counts.empty()) return 1;
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
  std::nth_element(counts.begin(), middle, counts.end());
  return std::min((*middle + 9) / 10, kMinDocuments);
}

Curve gather_points(const Drawing& axis, const Drawing& series, std::uint64_t least) {
  Curve curve;
  for (std::size_t i = 0; i < axis.bars.size(); ++i) {
    const Bar& bar = axis.bars[i];
    curve.points.push_back(
        {bar.slot_x + bar.slot_width / 2, 0, series.bars[i].count, bar.count, bar.count >= least});
  }
  return curve;
}

// The smallest of 1, 2 and 5 times a power of ten that divides `highest` into at most kMaxGridLines
// parts: readers divide by these in their heads.
void rule_grid(Curves& drawing, double highest) {
  if (highest <= 0) {
    drawing.grid = {{kCurvesBaseline, 0}};
    return;
  }
  const double percent = highest * 100;
  int power = static_cast<int>(std::floor(std::log10(percent / kMaxGridLines)));
  double step = 0;
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    step = factor * std::pow(10, power);
    if (std::ceil(percent / step) <= kMaxGridLines) break;
  }
  const int lines = static_cast<int>(std::ceil(percent / step));
  // The fourth factor is 1 times the next power: one decimal less is written.
  if (step >= 10 * std::pow(10, power)) ++power;
  drawing.grid_decimals = std::max(0, -power);
  for (int i = 0; i <= lines; ++i) {
    const double rise = (kCurvesBaseline - kCurvesTop) * static_cast<double>(i) / lines;
    drawing.grid.push_back({kCurvesBaseline - rise, step * i / 100});
  }
}

// The top of the grid is the top of the drawing.
void place(Curve& curve, double top_share) {
  for (Point& point : curve.points) {
    const double part = top_share > 0 ? share_of(point) / top_share : 0;
    point.y = kCurvesBaseline - (kCurvesBaseline - kCurvesTop) * part;
  }
}

// Signs tell curves apart without colour (WCAG 1.4.1). They are at regular places, not the same for
// each curve so that equal curves stay distinct, at the last point and at points without neighbour,
// which no line shows.
void mark(Curve& curve, std::size_t number) {
  const std::size_t step = (curve.points.size() - 1) / kMaxSigns + 1;
  const auto is_drawn = [&](std::size_t i) {
    return i < curve.points.size() && curve.points[i].is_drawn;
  };
  for (std::size_t i = 0; i < curve.points.size(); ++i) {
    const bool is_lonely = !is_drawn(i + 1) && (i == 0 || !is_drawn(i - 1));
    const bool is_last = i + 1 == curve.points.size();
    curve.points[i].is_marked = is_drawn(i) && (i % step == number % step || is_lonely || is_last);
  }
}

// Whole numbers: a unit is about a pixel of a desk, and decimals would only make the page larger.
void join(Curve& curve) {
  bool is_open = false;
  for (const Point& point : curve.points) {
    if (!point.is_drawn) {
      is_open = false;
      continue;
    }
    if (!is_open) curve.runs.emplace_back();
    is_open = true;
    std::string& run = curve.runs.back();
    if (!run.empty()) run += ' ';
    run += fmt::format("{:.0f},{:.0f}", point.x * kCurvesSpan / 100, point.y);
  }
}

// Labels are beside the last points, pushed apart where these are close: downwards in order of
// height, then upwards from the baseline for those that this pushed below it.
void spread_ends(std::vector<Curve>& curves) {
  std::vector<std::size_t> order(curves.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (Curve& curve : curves) {
    const auto last = std::find_if(curve.points.rbegin(), curve.points.rend(),
                                   [](const Point& point) { return point.is_drawn; });
    curve.end_y = last == curve.points.rend() ? kCurvesBaseline : last->y;
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return curves[a].end_y < curves[b].end_y; });
  double least = kCurvesTop;
  for (const std::size_t i : order) {
    curves[i].end_y = std::max(curves[i].end_y, least);
    least = curves[i].end_y + kCurvesEndDistance;
  }
  double most = kCurvesBaseline;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    curves[*i].end_y = std::min(curves[*i].end_y, most);
    most = curves[*i].end_y - kCurvesEndDistance;
  }
}

}  // namespace

Curves draw_curves(const search::Trends& trends) {
  Curves drawing;
  drawing.axis = draw_bars(trends.archive, {}, {});
  if (drawing.axis.bars.empty()) return drawing;
  const std::uint64_t least = least_documents(drawing.axis);
  for (const Bar& bar : drawing.axis.bars) {
    drawing.skipped_periods += bar.count != 0 && bar.count < least;
  }
  double highest = 0;
  for (const search::TrendSeries& series : trends.series) {
    drawing.curves.push_back(gather_points(drawing.axis, bars_of(series, trends.archive), least));
    for (const Point& point : drawing.curves.back().points) {
      if (point.is_drawn) highest = std::max(highest, share_of(point));
    }
  }
  rule_grid(drawing, highest);
  for (std::size_t i = 0; i < drawing.curves.size(); ++i) {
    Curve& curve = drawing.curves[i];
    place(curve, drawing.grid.back().share);
    mark(curve, i);
    join(curve);
  }
  spread_ends(drawing.curves);
  return drawing;
}

}  // namespace pressoir::pages::timeline
