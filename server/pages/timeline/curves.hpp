// Several queries over time as curves: the share of each period's documents that match. Plain data,
// no HTML. Measures are those of bars.hpp: per cent of the width, pixels from the top.
//
//   const Curves drawing = draw_curves(trends);
//   drawing.curves[0].runs[0];  // "250,132 750,132", the points of an SVG polyline
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/pages/timeline/bars.hpp"
#include "server/search/trends.hpp"

namespace pressoir::pages::timeline {

inline constexpr int kCurvesTop = 28;  // of the highest grid line; its label is above it
inline constexpr int kCurvesBaseline = 236;
// Least distance between the labels at the ends of two curves.
inline constexpr int kCurvesEndDistance = 18;
// Of the bar that shows, behind the curves, how many documents the largest period has.
inline constexpr int kVolumeHeight = 28;
// The drawing's width in the units of Curve::runs.
inline constexpr int kCurvesSpan = 1'000;

// A period with fewer documents than this, and fewer than a tenth of the median period's, is not
// drawn: one match of two documents would be a peak of 50 %.
inline constexpr std::uint64_t kMinDocuments = 10;

struct Point {
  double x = 0;
  double y = 0;
  std::uint64_t count = 0;
  // Of the archive in the same period, whatever their words: count / documents is the share.
  std::uint64_t documents = 0;
  // False where the curve is broken: see kMinDocuments.
  bool is_drawn = false;
  // Drawn with the curve's sign, a circle for the first curve, a square for the second and so on.
  bool is_marked = false;
};

struct Curve {
  std::vector<Point> points;  // one for each bar of the axis
  // One polyline for each unbroken run, `x,y x,y`; x from 0 to kCurvesSpan.
  std::vector<std::string> runs;
  double end_y = 0;  // of its label, clear of the others
};

struct GridLine {
  double y = 0;
  double share = 0;
};

struct Curves {
  // Bars of the archive's documents. In longer periods than requested when there are too many.
  Drawing axis;
  std::vector<Curve> curves;
  std::vector<GridLine> grid;  // from share 0 up
  int grid_decimals = 0;       // enough for its shares, in per cent, to differ
  // Periods that have documents but, being few, are not drawn.
  std::size_t skipped_periods = 0;
};

// Without curves when the archive has no dated document.
Curves draw_curves(const search::Trends& trends);

}  // namespace pressoir::pages::timeline
