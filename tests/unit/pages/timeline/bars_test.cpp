#include "server/pages/timeline/bars.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressoir::pages::timeline {
namespace {

using base::Date;
using query::Interval;
using search::facets::DateHistogram;

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

std::vector<std::string> labels_of(const Drawing& drawing, bool is_minor) {
  std::vector<std::string> texts;
  for (const Label& label : drawing.labels) {
    if (label.is_minor == is_minor) texts.push_back(label.text);
  }
  return texts;
}

TEST(Bars, IsEmptyWithoutDates) {
  const Drawing drawing = draw_bars({}, {2012, 0, 0}, {});

  EXPECT_TRUE(drawing.bars.empty());
  EXPECT_TRUE(drawing.labels.empty());
  EXPECT_FALSE(drawing.selection);
}

TEST(Bars, FillsTheWidthAndTheHeight) {
  const Drawing drawing = draw_bars(years(2010, {5, 0, 20, 1}), {}, {});

  ASSERT_EQ(drawing.bars.size(), 4u);
  EXPECT_DOUBLE_EQ(drawing.bars[3].slot_x + drawing.bars[3].slot_width, 100);
  EXPECT_DOUBLE_EQ(drawing.bars[2].y, kTop);
  EXPECT_DOUBLE_EQ(drawing.bars[2].y + drawing.bars[2].height, kBaseline);
  EXPECT_DOUBLE_EQ(drawing.bars[0].height, drawing.bars[2].height / 4);
  EXPECT_EQ(drawing.peak, 20u);
  EXPECT_DOUBLE_EQ(drawing.peak_x, 62.5);
}

TEST(Bars, KeepsASingleTextVisible) {
  const Drawing drawing = draw_bars(years(2010, {1, 0, 100000}), {}, {});

  EXPECT_GE(drawing.bars[0].height, 2);
  EXPECT_EQ(drawing.bars[1].height, 0);
}

TEST(Bars, DrawsFewPeriodsAsBarsNotBlocks) {
  const Drawing drawing = draw_bars(years(2010, {1, 1}), {}, {});

  EXPECT_LT(drawing.bars[0].width, 5);
  EXPECT_DOUBLE_EQ(drawing.bars[0].x + drawing.bars[0].width / 2, 25);
}

TEST(Bars, SurvivesAHistogramOfZeros) {
  const Drawing drawing = draw_bars(years(2010, {0, 0}), {}, {});

  EXPECT_EQ(drawing.bars[0].height, 0);
}

TEST(Bars, SelectsTheBarsThatTheDatesTouch) {
  const Drawing drawing = draw_bars(years(2010, {1, 1, 1, 1, 1}), {2011, 12, 31}, {2013, 1, 0});

  std::vector<bool> selected;
  for (const Bar& bar : drawing.bars) selected.push_back(bar.is_selected);
  EXPECT_EQ(selected, (std::vector<bool>{false, true, true, true, false}));
  ASSERT_TRUE(drawing.selection);
  EXPECT_DOUBLE_EQ(drawing.selection->x, 20);
  EXPECT_DOUBLE_EQ(drawing.selection->width, 60);
}

TEST(Bars, AnOpenEndSelectsToTheEdge) {
  const Drawing drawing = draw_bars(years(2010, {1, 1, 1, 1}), {2012, 0, 0}, {});

  ASSERT_TRUE(drawing.selection);
  EXPECT_DOUBLE_EQ(drawing.selection->x, 50);
  EXPECT_DOUBLE_EQ(drawing.selection->width, 50);
}

TEST(Bars, BarsAreFiltersOfTheirInterval) {
  EXPECT_EQ(draw_bars(years(2010, {1}), {}, {}).bars[0].from, (base::Date{2010, 0, 0}));
  EXPECT_EQ(draw_bars(months(2010, 2), {}, {}).bars[1].to, (base::Date{2010, 2, 0}));
  EXPECT_EQ(draw_bars(days({2012, 2, 28}, 3), {}, {}).bars[2].from, (base::Date{2012, 3, 1}));
}

TEST(Bars, NarrowScreensGetRoundYearsOnly) {
  const Drawing drawing = draw_bars(years(1998, std::vector<std::uint64_t>(27, 1)), {}, {});

  EXPECT_EQ(drawing.labels.size(), 27u);
  EXPECT_EQ(labels_of(drawing, false),
            (std::vector<std::string>{"2000", "2005", "2010", "2015", "2020"}));
}

TEST(Bars, LabelsYearsAtTheirFirstMonth) {
  const Drawing drawing = draw_bars(months(2010, 48), {}, {});

  EXPECT_EQ(labels_of(drawing, false), (std::vector<std::string>{"2010", "2011", "2012", "2013"}));
  EXPECT_DOUBLE_EQ(drawing.labels[1].x, 12.5 * 100 / 48);
}

TEST(Bars, LabelsMonthsInAShortSpan) {
  const Drawing drawing = draw_bars(months(2012, 12), {}, {});

  EXPECT_EQ(drawing.labels.size(), 12u);
  EXPECT_EQ(labels_of(drawing, false),
            (std::vector<std::string>{"janv. 2012", "avr.", "juill.", "oct."}));
}

TEST(Bars, AlwaysHasALabel) {
  const Drawing drawing = draw_bars(days({2012, 3, 10}, 5), {}, {});

  EXPECT_EQ(labels_of(drawing, false), std::vector<std::string>{"mars 2012"});
}

TEST(Bars, DrawsTooManyDaysByMonth) {
  const DateHistogram histogram = days({2000, 1, 1}, 3653);
  const Drawing drawing = draw_bars(histogram, {}, {});

  EXPECT_FALSE(can_draw_by(Interval::kDay, histogram));
  EXPECT_EQ(drawing.interval, Interval::kMonth);
  EXPECT_EQ(drawing.bars.size(), 120u);
  EXPECT_EQ(drawing.bars[1].count, 29u);
  EXPECT_EQ(drawing.bars[1].from, (base::Date{2000, 2, 0}));
}

TEST(Bars, PutsYearsTogetherWhenEvenTheyAreTooMany) {
  const Drawing drawing = draw_bars(years(1, std::vector<std::uint64_t>(9999, 1)), {}, {});

  EXPECT_LE(drawing.bars.size(), kMaxBars);
  EXPECT_EQ(drawing.bars[0].from, (base::Date{1, 0, 0}));
  EXPECT_EQ(drawing.bars[0].to, (base::Date{27, 0, 0}));
  EXPECT_EQ(drawing.bars.back().to, (base::Date{9999, 0, 0}));
  std::uint64_t total = 0;
  for (const Bar& bar : drawing.bars) total += bar.count;
  EXPECT_EQ(total, 9999u);
}

search::ArchiveSummary archive(Date first, Date last) {
  search::ArchiveSummary summary;
  summary.first_date = first;
  summary.last_date = last;
  return summary;
}

Window window_of(Date from, Date to) {
  query::SearchRequest request;
  request.from = from;
  request.to = to;
  return choose_window(request, archive({1998, 1, 16}, {2024, 9, 5}));
}

TEST(Window, AWholeArchiveIsDrawnByYear) {
  const Window window = window_of({}, {});

  EXPECT_EQ(window.interval, Interval::kYear);
  EXPECT_FALSE(window.from);
}

TEST(Window, AShortArchiveIsDrawnByMonth) {
  EXPECT_EQ(choose_window({}, archive({2012, 1, 1}, {2014, 1, 1})).interval, Interval::kMonth);
}

TEST(Window, AYearIsDrawnByMonthWithHalfAYearAround) {
  const Window window = window_of({2012, 0, 0}, {2012, 0, 0});

  EXPECT_EQ(window.interval, Interval::kMonth);
  EXPECT_EQ(window.from, (Date{2011, 7, 1}));
  EXPECT_EQ(window.to, (Date{2013, 7, 31}));
}

TEST(Window, AMonthIsDrawnByDay) {
  const Window window = window_of({2012, 12, 0}, {2012, 12, 0});

  EXPECT_EQ(window.interval, Interval::kDay);
  EXPECT_EQ(window.from, (Date{2012, 11, 16}));
}

TEST(Window, StaysInTheArchive) {
  EXPECT_EQ(window_of({1998, 0, 0}, {1998, 0, 0}).from, (Date{1998, 1, 1}));
  EXPECT_EQ(window_of({2400, 0, 0}, {2500, 0, 0}).to, (Date{2024, 9, 5}));
}

TEST(Window, AnIntervalThatIsAskedForStays) {
  query::SearchRequest request;
  request.interval = Interval::kDay;

  EXPECT_EQ(choose_window(request, archive({1998, 1, 1}, {2024, 1, 1})).interval, Interval::kDay);
}

TEST(Window, CutsAndFillsTheHistogram) {
  const search::facets::DateHistogram histogram{
      Interval::kMonth, {{{2010, 1, 1}, 3}, {{2012, 1, 1}, 5}, {{2012, 2, 1}, 0}}, 1};

  const auto cut = cut_to({{2011, 11, 1}, {2012, 3, 31}, Interval::kMonth}, histogram);

  ASSERT_EQ(cut.buckets.size(), 5u);
  EXPECT_EQ(cut.buckets.front().start, (Date{2011, 11, 1}));
  EXPECT_EQ(cut.buckets[2].count, 5u);
  EXPECT_EQ(cut.none, 1u);
}

TEST(Window, AnEmptyWindowShowsWhereTheTextsAre) {
  const search::facets::DateHistogram histogram{Interval::kMonth, {{{2010, 1, 1}, 3}}, 0};

  const auto cut = cut_to({{2011, 11, 1}, {2012, 3, 31}, Interval::kMonth}, histogram);

  ASSERT_EQ(cut.buckets.size(), 1u);
  EXPECT_EQ(cut.buckets[0].count, 3u);
}

}  // namespace
}  // namespace pressoir::pages::timeline
