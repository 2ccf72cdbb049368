#include "server/pages/timeline_window.hpp"

#include <gtest/gtest.h>

namespace pressoir::pages {
namespace {

using base::Date;
using search::Interval;

search::ArchiveSummary archive(Date first, Date last) {
  search::ArchiveSummary summary;
  summary.first_date = first;
  summary.last_date = last;
  return summary;
}

TimelineWindow window_of(Date from, Date to) {
  search::SearchRequest request;
  request.from = from;
  request.to = to;
  return timeline_window(request, archive({1998, 1, 16}, {2024, 9, 5}));
}

TEST(TimelineWindow, AWholeArchiveIsDrawnByYear) {
  const TimelineWindow window = window_of({}, {});

  EXPECT_EQ(window.interval, Interval::kYear);
  EXPECT_FALSE(window.from);
}

TEST(TimelineWindow, AShortArchiveIsDrawnByMonth) {
  EXPECT_EQ(timeline_window({}, archive({2012, 1, 1}, {2014, 1, 1})).interval, Interval::kMonth);
}

TEST(TimelineWindow, AYearIsDrawnByMonthWithHalfAYearAround) {
  const TimelineWindow window = window_of({2012, 0, 0}, {2012, 0, 0});

  EXPECT_EQ(window.interval, Interval::kMonth);
  EXPECT_EQ(window.from, (Date{2011, 7, 1}));
  EXPECT_EQ(window.to, (Date{2013, 7, 31}));
}

TEST(TimelineWindow, AMonthIsDrawnByDay) {
  const TimelineWindow window = window_of({2012, 12, 0}, {2012, 12, 0});

  EXPECT_EQ(window.interval, Interval::kDay);
  EXPECT_EQ(window.from, (Date{2012, 11, 16}));
}

TEST(TimelineWindow, StaysInTheArchive) {
  EXPECT_EQ(window_of({1998, 0, 0}, {1998, 0, 0}).from, (Date{1998, 1, 1}));
  EXPECT_EQ(window_of({2400, 0, 0}, {2500, 0, 0}).to, (Date{2024, 9, 5}));
}

TEST(TimelineWindow, AnIntervalThatIsAskedForStays) {
  search::SearchRequest request;
  request.interval = Interval::kDay;

  EXPECT_EQ(timeline_window(request, archive({1998, 1, 1}, {2024, 1, 1})).interval, Interval::kDay);
}

TEST(TimelineWindow, CutsAndFillsTheHistogram) {
  const search::DateHistogram histogram{
      Interval::kMonth, {{{2010, 1, 1}, 3}, {{2012, 1, 1}, 5}, {{2012, 2, 1}, 0}}, 1};

  const auto cut = cut_to({{2011, 11, 1}, {2012, 3, 31}, Interval::kMonth}, histogram);

  ASSERT_EQ(cut.buckets.size(), 5u);
  EXPECT_EQ(cut.buckets.front().start, (Date{2011, 11, 1}));
  EXPECT_EQ(cut.buckets[2].count, 5u);
  EXPECT_EQ(cut.none, 1u);
}

TEST(TimelineWindow, AnEmptyWindowShowsWhereTheTextsAre) {
  const search::DateHistogram histogram{Interval::kMonth, {{{2010, 1, 1}, 3}}, 0};

  const auto cut = cut_to({{2011, 11, 1}, {2012, 3, 31}, Interval::kMonth}, histogram);

  ASSERT_EQ(cut.buckets.size(), 1u);
  EXPECT_EQ(cut.buckets[0].count, 3u);
}

}  // namespace
}  // namespace pressoir::pages
