#include "server/pages/timeline/curves.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace pressoir::pages::timeline {
namespace {

using Counts = std::vector<std::uint64_t>;

// Years from 2010 on: what the archive has, and what each query finds of it.
search::Trends years(const Counts& archive, const std::vector<Counts>& series) {
  search::Trends trends;
  std::int16_t year = 2010;
  for (const std::uint64_t count : archive) {
    trends.archive.buckets.push_back({{year++, 1, 1}, count});
  }
  for (const Counts& counts : series) {
    trends.series.emplace_back();
    trends.series.back().counts = counts;
  }
  return trends;
}

TEST(Curves, DrawNothingWithoutPeriods) {
  const Curves drawing = draw_curves(years({}, {{}}));

  EXPECT_TRUE(drawing.axis.bars.empty());
  EXPECT_TRUE(drawing.curves.empty());
}

TEST(Curves, AreSharesNotCounts) {
  const Curves drawing = draw_curves(years({10, 100}, {{5, 50}, {10, 10}}));

  const auto& half = drawing.curves[0].points;
  const auto& falling = drawing.curves[1].points;
  EXPECT_DOUBLE_EQ(half[0].y, half[1].y) << "ten times the texts, the same share";
  EXPECT_DOUBLE_EQ(falling[0].y, kCurvesTop) << "all texts of the period are at the top";
  EXPECT_DOUBLE_EQ(half[0].y, (kCurvesTop + kCurvesBaseline) / 2.0);
  EXPECT_GT(falling[1].y, half[1].y);
  EXPECT_DOUBLE_EQ(half[0].x, 25);
  EXPECT_EQ(drawing.curves[0].runs, (std::vector<std::string>{"250,132 750,132"}));
}

TEST(Curves, BreakWhereTheArchiveHasNothing) {
  const Curves drawing = draw_curves(years({10, 0, 10, 10}, {{1, 0, 1, 1}}));

  const Curve& curve = drawing.curves[0];
  EXPECT_EQ(curve.runs.size(), 2u);
  EXPECT_TRUE(curve.points[0].is_marked) << "a lonely point has no line";
  EXPECT_FALSE(curve.points[1].is_marked);
  EXPECT_EQ(drawing.skipped_periods, 0u);
}

TEST(Curves, LeaveOutPeriodsOfFewDocuments) {
  const Curves drawing = draw_curves(years({40, 50, 60, 1}, {{4, 5, 6, 1}}));

  EXPECT_EQ(drawing.skipped_periods, 1u);
  EXPECT_FALSE(drawing.curves[0].points[3].is_drawn);
  EXPECT_EQ(drawing.curves[0].points[3].count, 1u) << "the table still has it";
  EXPECT_NEAR(drawing.grid.back().share, 0.10, 1e-9) << "one of one is no peak of 100 %";
  EXPECT_EQ(draw_curves(years({400, 500, 600, 20}, {{4, 5, 6, 1}})).skipped_periods, 0u);
  EXPECT_EQ(draw_curves(years({4, 5, 6, 1}, {{4, 5, 6, 1}})).skipped_periods, 0u);
}

TEST(Curves, RuleTheGridInRoundShares) {
  struct Case {
    std::uint64_t count;  // of 100,000
    double top;           // per cent
    int decimals;
  };
  for (const auto& [count, top, decimals] :
       {Case{100'000, 100, 0}, Case{54'000, 60, 0}, Case{40'000, 40, 0}, Case{9'300, 10, 0},
        Case{4'100, 6, 0}, Case{1'200, 1.5, 1}, Case{370, 0.4, 1}, Case{7, 0.008, 3}}) {
    const Curves drawing = draw_curves(years({100'000}, {{count}}));

    EXPECT_NEAR(drawing.grid.back().share * 100, top, 1e-9) << count;
    EXPECT_EQ(drawing.grid_decimals, decimals) << count;
    EXPECT_LE(drawing.grid.size(), 5u) << count;
    EXPECT_EQ(drawing.grid.front().share, 0) << count;
  }
}

TEST(Curves, LieOnTheAxisWhenNothingIsFound) {
  const Curves drawing = draw_curves(years({10, 10}, {{0, 0}}));

  EXPECT_EQ(drawing.grid.size(), 1u);
  EXPECT_DOUBLE_EQ(drawing.curves[0].points[0].y, kCurvesBaseline);
}

TEST(Curves, KeepTheirLabelsApartAndInside) {
  const Curves drawing =
      draw_curves(years({100, 100}, {{0, 100}, {0, 99}, {0, 0}, {0, 0}, {0, 0}}));

  std::vector<double> ends;
  for (const Curve& curve : drawing.curves) ends.push_back(curve.end_y);
  std::sort(ends.begin(), ends.end());
  EXPECT_GE(ends.front(), kCurvesTop);
  EXPECT_LE(ends.back(), kCurvesBaseline);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    EXPECT_GE(ends[i] - ends[i - 1], kCurvesEndDistance - 1e-9);
  }
}

TEST(Curves, PutTogetherPeriodsNarrowerThanAHair) {
  const Counts archive(1'000, 10);
  const Curves drawing = draw_curves(years(archive, {Counts(1'000, 5)}));

  EXPECT_LE(drawing.axis.bars.size(), kMaxBars);
  EXPECT_EQ(drawing.curves[0].points.size(), drawing.axis.bars.size());
  EXPECT_EQ(drawing.curves[0].points[0].documents, 30u);
  EXPECT_EQ(drawing.curves[0].points[0].count, 15u);
}

}  // namespace
}  // namespace pressoir::pages::timeline
