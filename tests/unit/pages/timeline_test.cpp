#include "server/pages/timeline.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressoir::pages {
namespace {

using search::DateHistogram;
using search::Interval;

DateHistogram years(std::int16_t first, std::vector<std::uint64_t> counts) {
  DateHistogram histogram;
  for (const std::uint64_t count : counts) histogram.buckets.push_back({{first++, 1, 1}, count});
  return histogram;
}

DateHistogram months(std::int16_t first_year, int count) {
  DateHistogram histogram{Interval::kMonth, {}, 0};
  for (int i = 0; i < count; ++i) {
    histogram.buckets.push_back(
        {{static_cast<std::int16_t>(first_year + i / 12), static_cast<std::int8_t>(i % 12 + 1), 1},
         1});
  }
  return histogram;
}

DateHistogram days(base::Date first, int count) {
  DateHistogram histogram{Interval::kDay, {}, 0};
  const std::int32_t begin = base::days_since_epoch(first);
  for (int i = 0; i < count; ++i) histogram.buckets.push_back({base::date_from_days(begin + i), 1});
  return histogram;
}

std::vector<std::string> labels_of(const Timeline& timeline, bool is_minor) {
  std::vector<std::string> texts;
  for (const TimelineLabel& label : timeline.labels) {
    if (label.is_minor == is_minor) texts.push_back(label.text);
  }
  return texts;
}

TEST(Timeline, IsEmptyWithoutDates) {
  const Timeline timeline = draw_timeline({}, {2012, 0, 0}, {});

  EXPECT_TRUE(timeline.bars.empty());
  EXPECT_TRUE(timeline.labels.empty());
  EXPECT_FALSE(timeline.selection);
}

TEST(Timeline, FillsTheWidthAndTheHeight) {
  const Timeline timeline = draw_timeline(years(2010, {5, 0, 20, 1}), {}, {});

  ASSERT_EQ(timeline.bars.size(), 4u);
  EXPECT_DOUBLE_EQ(timeline.bars[3].slot_x + timeline.bars[3].slot_width, 100);
  EXPECT_DOUBLE_EQ(timeline.bars[2].y, kTimelineTop);
  EXPECT_DOUBLE_EQ(timeline.bars[2].y + timeline.bars[2].height, kTimelineBaseline);
  EXPECT_DOUBLE_EQ(timeline.bars[0].height, timeline.bars[2].height / 4);
  EXPECT_EQ(timeline.peak, 20u);
  EXPECT_DOUBLE_EQ(timeline.peak_x, 62.5);
}

TEST(Timeline, KeepsASingleTextVisible) {
  const Timeline timeline = draw_timeline(years(2010, {1, 0, 100000}), {}, {});

  EXPECT_GE(timeline.bars[0].height, 2);
  EXPECT_EQ(timeline.bars[1].height, 0);
}

TEST(Timeline, DrawsFewPeriodsAsBarsNotBlocks) {
  const Timeline timeline = draw_timeline(years(2010, {1, 1}), {}, {});

  EXPECT_LT(timeline.bars[0].width, 5);
  EXPECT_DOUBLE_EQ(timeline.bars[0].x + timeline.bars[0].width / 2, 25);
}

TEST(Timeline, SurvivesAHistogramOfZeros) {
  const Timeline timeline = draw_timeline(years(2010, {0, 0}), {}, {});

  EXPECT_EQ(timeline.bars[0].height, 0);
}

TEST(Timeline, SelectsTheBarsThatTheDatesTouch) {
  const Timeline timeline =
      draw_timeline(years(2010, {1, 1, 1, 1, 1}), {2011, 12, 31}, {2013, 1, 0});

  std::vector<bool> selected;
  for (const TimelineBar& bar : timeline.bars) selected.push_back(bar.is_selected);
  EXPECT_EQ(selected, (std::vector<bool>{false, true, true, true, false}));
  ASSERT_TRUE(timeline.selection);
  EXPECT_DOUBLE_EQ(timeline.selection->x, 20);
  EXPECT_DOUBLE_EQ(timeline.selection->width, 60);
}

TEST(Timeline, AnOpenEndSelectsToTheEdge) {
  const Timeline timeline = draw_timeline(years(2010, {1, 1, 1, 1}), {2012, 0, 0}, {});

  ASSERT_TRUE(timeline.selection);
  EXPECT_DOUBLE_EQ(timeline.selection->x, 50);
  EXPECT_DOUBLE_EQ(timeline.selection->width, 50);
}

TEST(Timeline, BarsAreFiltersOfTheirInterval) {
  EXPECT_EQ(draw_timeline(years(2010, {1}), {}, {}).bars[0].from, (base::Date{2010, 0, 0}));
  EXPECT_EQ(draw_timeline(months(2010, 2), {}, {}).bars[1].to, (base::Date{2010, 2, 0}));
  EXPECT_EQ(draw_timeline(days({2012, 2, 28}, 3), {}, {}).bars[2].from, (base::Date{2012, 3, 1}));
}

TEST(Timeline, NarrowScreensGetRoundYearsOnly) {
  const Timeline timeline = draw_timeline(years(1998, std::vector<std::uint64_t>(27, 1)), {}, {});

  EXPECT_EQ(timeline.labels.size(), 27u);
  EXPECT_EQ(labels_of(timeline, false),
            (std::vector<std::string>{"2000", "2005", "2010", "2015", "2020"}));
}

TEST(Timeline, LabelsYearsAtTheirFirstMonth) {
  const Timeline timeline = draw_timeline(months(2010, 48), {}, {});

  EXPECT_EQ(labels_of(timeline, false), (std::vector<std::string>{"2010", "2011", "2012", "2013"}));
  EXPECT_DOUBLE_EQ(timeline.labels[1].x, 12.5 * 100 / 48);
}

TEST(Timeline, LabelsMonthsInAShortSpan) {
  const Timeline timeline = draw_timeline(months(2012, 12), {}, {});

  EXPECT_EQ(timeline.labels.size(), 12u);
  EXPECT_EQ(labels_of(timeline, false),
            (std::vector<std::string>{"janv. 2012", "avr.", "juill.", "oct."}));
}

TEST(Timeline, AlwaysHasALabel) {
  const Timeline timeline = draw_timeline(days({2012, 3, 10}, 5), {}, {});

  EXPECT_EQ(labels_of(timeline, false), std::vector<std::string>{"mars 2012"});
}

TEST(Timeline, DrawsTooManyDaysByMonth) {
  const DateHistogram histogram = days({2000, 1, 1}, 3653);
  const Timeline timeline = draw_timeline(histogram, {}, {});

  EXPECT_FALSE(can_draw_by(Interval::kDay, histogram));
  EXPECT_EQ(timeline.interval, Interval::kMonth);
  EXPECT_EQ(timeline.bars.size(), 120u);
  EXPECT_EQ(timeline.bars[1].count, 29u);
  EXPECT_EQ(timeline.bars[1].from, (base::Date{2000, 2, 0}));
}

TEST(Timeline, PutsYearsTogetherWhenEvenTheyAreTooMany) {
  const Timeline timeline = draw_timeline(years(1, std::vector<std::uint64_t>(9999, 1)), {}, {});

  EXPECT_LE(timeline.bars.size(), kMaxTimelineBars);
  EXPECT_EQ(timeline.bars[0].from, (base::Date{1, 0, 0}));
  EXPECT_EQ(timeline.bars[0].to, (base::Date{27, 0, 0}));
  EXPECT_EQ(timeline.bars.back().to, (base::Date{9999, 0, 0}));
  std::uint64_t total = 0;
  for (const TimelineBar& bar : timeline.bars) total += bar.count;
  EXPECT_EQ(total, 9999u);
}

}  // namespace
}  // namespace pressoir::pages
