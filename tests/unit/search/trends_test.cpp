// Trends are the searches that they stand for, period by period, for random archives and requests.
// PRESSOIR_SEED=n in the environment tries other ones.
#include "server/search/trends.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search {
namespace {

constexpr int kRequests = 40;

// `2012`, `2012-12` or `2012-12-05`, as long as the interval; empty when the date does not say.
std::string period_of(base::Date date, query::Interval interval) {
  const std::string text = base::to_string(date);
  const std::size_t size = interval == query::Interval::kYear    ? 4
                           : interval == query::Interval::kMonth ? 7
                                                                 : 10;
  return text.size() < size ? "" : text.substr(0, size);
}

using Counts = std::map<std::string, std::uint64_t>;  // by period, without zeros

Counts count_plainly(const PlainResults& results, query::Interval interval) {
  Counts counts;
  for (const base::Document* document : results.documents) {
    ++counts[period_of(document->date, interval)];
  }
  return counts;
}

Counts as_map(const facets::DateHistogram& periods, const std::vector<std::uint64_t>& counts,
              std::uint64_t none) {
  Counts map;
  if (none != 0) map[""] = none;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string period = period_of(periods.buckets[i].start, periods.interval);
    if (counts[i] != 0) map[period] = counts[i];
  }
  return map;
}

std::vector<std::uint64_t> counts_of(const facets::DateHistogram& histogram) {
  std::vector<std::uint64_t> counts;
  for (const facets::DateBucket& bucket : histogram.buckets) counts.push_back(bucket.count);
  return counts;
}

std::uint64_t sum(const std::vector<std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

void expect_no_gaps(const facets::DateHistogram& histogram) {
  for (std::size_t i = 1; i < histogram.buckets.size(); ++i) {
    const base::Date before = histogram.buckets[i - 1].start;
    const base::Date whole =
        histogram.interval == query::Interval::kYear    ? base::Date{before.year, 0, 0}
        : histogram.interval == query::Interval::kMonth ? base::Date{before.year, before.month, 0}
                                                        : before;
    EXPECT_EQ(base::days_since_epoch(base::last_day(whole)) + 1,
              base::days_since_epoch(histogram.buckets[i].start));
  }
}

class TrendsExactness : public ExactnessFixture {
 protected:
  // A series beside the search that it stands for.
  void expect_same(const Trends& trends, const TrendSeries& series,
                   const query::SearchRequest& request) {
    const SearchResults found = search(request);
    EXPECT_EQ(series.total, found.total);
    EXPECT_EQ(series.read_as.query, found.read_as.query);
    EXPECT_EQ(series.read_as.notes, found.read_as.notes);
    EXPECT_EQ(trends.revision, found.revision);
    EXPECT_EQ(sum(series.counts) + series.none, series.total);
    for (std::size_t i = 0; i < series.counts.size(); ++i) {
      EXPECT_LE(series.counts[i], trends.archive.buckets[i].count);
    }
    // The facet of the date ignores the dates that are asked for: without any, it is the series.
    if (request.from || request.to) return;
    EXPECT_EQ(as_map(trends.archive, series.counts, series.none),
              as_map(*found.dates, counts_of(*found.dates), found.dates->none));
  }
};

TEST_P(TrendsExactness, HoldsForRandomRequests) {
  PlainSearch plain = make_archive();
  search("");
  for (int i = 0; i < kRequests && !HasFailure(); ++i) {
    TrendsRequest request{{}, random_request(random())};
    std::vector<PlainQuery> queries;
    for (auto n = random()() % kMaxSeries + 1; n > 0; --n) {
      queries.push_back(random_query(random()));
      request.queries.push_back(type_query(queries.back(), random()));
    }
    SCOPED_TRACE(testing::Message() << "PRESSOIR_SEED=" << seed() << ", request " << i);
    query::SearchRequest one = request.common;

    const Trends trends = searcher().trends(request).value();

    ASSERT_EQ(trends.series.size(), queries.size());
    EXPECT_EQ(trends.documents, plain.documents().size());
    EXPECT_EQ(sum(counts_of(trends.archive)) + trends.archive.none, trends.total);
    EXPECT_EQ(as_map(trends.archive, counts_of(trends.archive), trends.archive.none),
              count_plainly(plain.search({}, one), one.interval))
        << "the denominators are all that passes the filters";
    expect_no_gaps(trends.archive);
    for (std::size_t s = 0; s < queries.size(); ++s) {
      SCOPED_TRACE(request.queries[s]);
      const TrendSeries& series = trends.series[s];
      one.q = request.queries[s];
      ASSERT_EQ(series.counts.size(), trends.archive.buckets.size());
      EXPECT_EQ(as_map(trends.archive, series.counts, series.none),
                count_plainly(plain.search(queries[s], one), one.interval));
      expect_same(trends, series, one);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, TrendsExactness, testing::Range(0, 4));

class Trending : public SearchFixture {
 protected:
  static base::Document make(const std::string& page, const std::string& date) {
    base::Document document = make_document(page, "Le budget", "Le budget de la France.");
    document.date = base::parse_date(date).value_or(base::Date{});
    return document;
  }
};

TEST_F(Trending, CoversTheRangeThatWasAskedForAndSaysWhatIsUndated) {
  put_all({make("a", "2012-05-01"), make("b", "2013"), make("c", "")});
  search("");

  TrendsRequest request{{"budget"}, {}};
  request.common.interval = query::Interval::kMonth;
  const Trends whole = searcher().trends(request).value();
  request.common.from = {2012, 3, 0};
  request.common.to = {2012, 7, 0};
  const Trends part = searcher().trends(request).value();

  EXPECT_EQ(whole.series[0].none, 2u);
  EXPECT_EQ(whole.series[0].counts, (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(part.archive.buckets.front().start, (base::Date{2012, 3, 1}));
  EXPECT_EQ(part.series[0].counts, (std::vector<std::uint64_t>{0, 0, 1, 0, 0}));
  EXPECT_EQ(part.series[0].none, 0u) << "what is undated does not pass the dates";
}

TEST_F(Trending, HasNoPeriodWhereNothingIsDated) {
  put_all({make("a", "")});
  search("");

  const Trends trends = searcher().trends({{"budget", "xylophone"}, {}}).value();

  EXPECT_TRUE(trends.archive.buckets.empty());
  EXPECT_EQ(trends.series[0].none, 1u);
  EXPECT_EQ(trends.series[1].total, 0u);
}

TEST_F(Trending, RefusesMorePeriodsThanItsLimit) {
  put_all({make("a", "1800-01-01"), make("b", "2012-05-01")});
  search("");

  TrendsRequest request{{"budget"}, {}};
  request.common.interval = query::Interval::kDay;
  const auto refused = searcher().trends(request);
  request.common.from = {1950, 0, 0};
  const auto answered = searcher().trends(request);
  request.common.from = {1, 0, 0};
  request.common.to = {9999, 0, 0};
  const auto asked_for = searcher().trends(request);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, base::Errc::kBadParameter);
  EXPECT_NE(refused.error().message.find("40000"), std::string::npos);
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->series[0].total, 1u);
  EXPECT_FALSE(asked_for) << "a range that is asked for counts, though it is empty";
}

}  // namespace
}  // namespace pressoir::search
