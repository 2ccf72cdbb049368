#include "indexer/base/date.hpp"

#include <gtest/gtest.h>

namespace pressoir::base {
namespace {

TEST(Date, ReadsAllThreePrecisions) {
  EXPECT_EQ(parse_date("2012"), (Date{2012, 0, 0}));
  EXPECT_EQ(parse_date("2012-12"), (Date{2012, 12, 0}));
  EXPECT_EQ(parse_date("2012-12-05"), (Date{2012, 12, 5}));
  EXPECT_EQ(parse_date("0001-01-01"), (Date{1, 1, 1}));
  EXPECT_EQ(parse_date("9999-12-31"), (Date{9999, 12, 31}));
}

TEST(Date, ReadsNothingElse) {
  for (const char* text : {"",           "0000",
                           "12",         "012",
                           "20121205",   "2012-",
                           "2012-1",     "2012-13",
                           "2012-00",    "2012-12-",
                           "2012-12-00", "2012-12-32",
                           "2012-02-30", "2013-02-29",
                           "1900-02-29", "2012/12/05",
                           "2012-12/05", "2012.12",
                           "-012",       "+012",
                           "2012--1",    "2012-+1",
                           "2012-12--5", "2012-12-5 ",
                           " 2012",      "2012-12-05T10:00",
                           "deux",       "２０１２",
                           "201a",       "10000-01-01"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(parse_date("2012-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_FALSE(parse_date("2100-02-29"));
}

TEST(Date, PrintsWhatItReads) {
  for (const char* text : {"2012", "2012-12", "2012-12-05", "0007", "0007-03", "0999-01-31"}) {
    EXPECT_EQ(to_string(parse_date(text).value()), text);
  }
  EXPECT_EQ(to_string(Date{}), "");
}

TEST(Date, TellsDaysThatExistFromOthers) {
  EXPECT_TRUE(is_valid({2012, 0, 0}));
  EXPECT_TRUE(is_valid({2012, 2, 29}));
  EXPECT_FALSE(is_valid({}));
  EXPECT_FALSE(is_valid({2012, 0, 5}));
  EXPECT_FALSE(is_valid({2013, 2, 29}));
  EXPECT_FALSE(is_valid({2012, 13, 1}));
  EXPECT_FALSE(is_valid({2012, -1, 1}));
  EXPECT_FALSE(is_valid({10000, 1, 1}));
}

TEST(Date, WidensPartialDates) {
  struct Row {
    const char* date;
    const char* first;
    const char* last;
  };
  for (const Row& row :
       {Row{"2012", "2012-01-01", "2012-12-31"}, Row{"2012-02", "2012-02-01", "2012-02-29"},
        Row{"2013-02", "2013-02-01", "2013-02-28"},
        Row{"2012-12-05", "2012-12-05", "2012-12-05"}}) {
    EXPECT_EQ(to_string(first_day(*parse_date(row.date))), row.first);
    EXPECT_EQ(to_string(last_day(*parse_date(row.date))), row.last);
  }
  EXPECT_EQ(first_day({}), Date{});
  EXPECT_EQ(last_day({}), Date{});
}

TEST(Date, OrdersPartialDatesBeforeTheirDays) {
  EXPECT_LT(*parse_date("2012"), *parse_date("2012-01"));
  EXPECT_LT(*parse_date("2012-01"), *parse_date("2012-01-01"));
  EXPECT_LT(*parse_date("2011-12-31"), *parse_date("2012"));
}

TEST(Date, CountsDaysSinceEpoch) {
  EXPECT_EQ(days_since_epoch({1970, 1, 1}), 0);
  EXPECT_EQ(days_since_epoch({1969, 12, 31}), -1);
  EXPECT_EQ(days_since_epoch({2000, 3, 1}), 11017);
  EXPECT_EQ(days_since_epoch({2012, 0, 0}), days_since_epoch({2012, 1, 1}));
  EXPECT_EQ(days_since_epoch({1, 1, 1}), -719162);
}

TEST(Date, ComesBackFromDays) {
  for (std::int32_t days = days_since_epoch({1, 1, 1}); days <= days_since_epoch({9999, 12, 31});
       days += 97) {
    const Date date = date_from_days(days);
    ASSERT_TRUE(is_valid(date)) << days;
    ASSERT_EQ(days_since_epoch(date), days);
  }
}

TEST(Date, ReadsInstantsInUtc) {
  EXPECT_EQ(to_string(date_of_instant(0)), "1970-01-01");
  EXPECT_EQ(to_string(date_of_instant(-1)), "1969-12-31");
  EXPECT_EQ(to_string(date_of_instant(1354665599)), "2012-12-04");
  EXPECT_EQ(to_string(date_of_instant(1354665600)), "2012-12-05");
  EXPECT_EQ(instant_to_string(1354701600), "2012-12-05T10:00:00Z");
  EXPECT_EQ(instant_to_string(-1), "1969-12-31T23:59:59Z");
}

}  // namespace
}  // namespace pressoir::base
