// Shares over time as the geometry of a drawing: plain data, no HTML. Measures as in timeline.hpp:
// per cent of the width, pixels from the top. A pure function, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/pages/timeline.hpp"
#include "server/search/trends.hpp"

namespace pressoir::pages {

inline constexpr int kCurvesBaseline = 236;
inline constexpr int kCurvesTop = 28;  // of the highest line of the grid; its label is above
inline constexpr int kCurvesEndDistance = 18;  // between the labels at the ends of two curves
inline constexpr int kVolumeHeight = 28;       // of the period with the most documents
inline constexpr int kCurvesSpan = 1'000;      // the width in the points of a run

// A period of fewer documents than this, and than a tenth of the median period's, is not drawn: one
// text of two would be a peak of 50 %.
inline constexpr std::uint64_t kEnoughDocuments = 10;

struct CurvePoint {
  double x = 0;
  double y = 0;
  std::uint64_t count = 0;
  std::uint64_t documents = 0;  // of the archive
  bool is_drawn = false;        // else the curve is broken here: see kEnoughDocuments
  bool is_marked = false;       // drawn with the curve's sign
};

struct Curve {
  std::vector<CurvePoint> points;  // one for each bar of the axis
  std::vector<std::string> runs;   // `x,y x,y`: what is drawn in one go, x of kCurvesSpan
  double end_y = 0;                // of its label, clear of the others
};

struct CurvesGrid {
  double y = 0;
  double share = 0;
};

struct Curves {
  Timeline axis;  // of the archive's documents; in longer periods than asked if it must be
  std::vector<Curve> curves;
  std::vector<CurvesGrid> grid;  // from 0 up
  int grid_decimals = 0;         // of its shares in per cent
  std::size_t left_out = 0;      // periods that have documents, but few
};

Curves draw_curves(const search::Trends& trends);

}  // namespace pressoir::pages
