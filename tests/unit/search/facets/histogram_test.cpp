#include "server/search/facets/histogram.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace pressoir::search::facets {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// `2012-01-01:3` for each bucket.
std::vector<std::string> print(const DateHistogram& histogram) {
  std::vector<std::string> buckets;
  for (const DateBucket& bucket : histogram.buckets) {
    buckets.push_back(base::to_string(bucket.start) + ":" + std::to_string(bucket.count));
  }
  return buckets;
}

DateHistogram count(query::Interval interval, const std::vector<std::string>& texts) {
  std::vector<base::Date> dates;
  std::vector<base::Date> known;
  for (const std::string& text : texts) {
    dates.push_back(base::parse_date(text).value_or(base::Date{}));
    if (dates.back()) known.push_back(dates.back());
  }
  const auto [first, last] = std::minmax_element(known.begin(), known.end());
  HistogramCounter counter(interval, known.empty() ? base::Date{} : *first,
                           known.empty() ? base::Date{} : *last);
  for (const base::Date date : dates) counter.add(date);
  return counter.take();
}

TEST(Histogram, CountsYearsWithoutGaps) {
  const DateHistogram histogram =
      count(query::Interval::kYear, {"2014", "2012-12-05", "2012-01", "", ""});
  EXPECT_THAT(print(histogram), ElementsAre("2012-01-01:2", "2013-01-01:0", "2014-01-01:1"));
  EXPECT_EQ(histogram.none, 2u);
  EXPECT_EQ(histogram.interval, query::Interval::kYear);
}

TEST(Histogram, CountsMonthsOverTheEndOfTheYear) {
  const DateHistogram histogram =
      count(query::Interval::kMonth, {"2012-11-30", "2013-01", "2013-01-31", "2012"});
  EXPECT_THAT(print(histogram), ElementsAre("2012-11-01:1", "2012-12-01:0", "2013-01-01:2"));
  EXPECT_EQ(histogram.none, 1u) << "2012 alone names no month";
}

TEST(Histogram, CountsDaysOverTheEndOfFebruary) {
  const DateHistogram histogram =
      count(query::Interval::kDay, {"2012-02-28", "2012-03-01", "2012-03", "2012"});
  EXPECT_THAT(print(histogram), ElementsAre("2012-02-28:1", "2012-02-29:0", "2012-03-01:1"));
  EXPECT_EQ(histogram.none, 2u);
}

TEST(Histogram, IsEmptyWithoutDates) {
  for (const query::Interval interval :
       {query::Interval::kYear, query::Interval::kMonth, query::Interval::kDay}) {
    const DateHistogram histogram = count(interval, {"", ""});
    EXPECT_THAT(print(histogram), IsEmpty());
    EXPECT_EQ(histogram.none, 2u);
  }
}

TEST(Histogram, IsEmptyWhenNoDateIsPreciseEnough) {
  EXPECT_THAT(print(count(query::Interval::kDay, {"2012", "2014-05"})), IsEmpty());
}

TEST(Histogram, FillsTheAskedRange) {
  HistogramCounter counter(query::Interval::kMonth, {2012, 3, 1}, {2012, 4, 30});
  counter.add({2012, 4, 1});
  EXPECT_THAT(print(counter.take({2012, 2, 10}, {2012, 5, 0})),
              ElementsAre("2012-02-01:0", "2012-03-01:0", "2012-04-01:1", "2012-05-01:0"));
  EXPECT_THAT(print(counter.take({2012, 3, 0}, {})), ElementsAre("2012-03-01:0", "2012-04-01:1"));
  EXPECT_EQ(counter.take({}, {2012, 0, 0}).buckets.size(), 9u) << "a partial date widens";
}

TEST(Histogram, CountsOutsideTheAskedRangeToo) {
  HistogramCounter counter(query::Interval::kYear, {2010, 0, 0}, {2014, 0, 0});
  counter.add({2010, 0, 0});
  counter.add({2014, 0, 0});
  EXPECT_THAT(
      print(counter.take({2012, 0, 0}, {2013, 0, 0})),
      ElementsAre("2010-01-01:1", "2011-01-01:0", "2012-01-01:0", "2013-01-01:0", "2014-01-01:1"));
}

TEST(Histogram, FillsNoRangeOfMillionsOfDays) {
  HistogramCounter counter(query::Interval::kDay, {2012, 1, 1}, {2012, 1, 2});
  counter.add({2012, 1, 2});
  EXPECT_THAT(print(counter.take({1, 0, 0}, {9999, 0, 0})), ElementsAre("2012-01-02:1"));
}

TEST(Histogram, LeavesOutPeriodsBeforeTheFirstAndBehindTheLastThatCount) {
  HistogramCounter counter(query::Interval::kYear, {1990, 0, 0}, {2030, 0, 0});
  counter.add({2012, 1, 1});
  EXPECT_THAT(print(counter.take()), ElementsAre("2012-01-01:1"));
}

}  // namespace
}  // namespace pressoir::search::facets
