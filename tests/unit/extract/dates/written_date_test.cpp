#include "indexer/extract/dates/written_date.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace pressoir::extract::dates {
namespace {

struct WrittenCase {
  const char* text;
  const char* date;
};

class OneWrittenDate : public ::testing::TestWithParam<WrittenCase> {};

TEST_P(OneWrittenDate, IsRead) {
  const auto dates = find_written_dates(GetParam().text);

  ASSERT_EQ(dates.size(), 1u) << GetParam().text;
  EXPECT_EQ(base::to_string(dates[0].date), GetParam().date) << GetParam().text;
  EXPECT_FALSE(dates[0].is_range) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    WrittenDate, OneWrittenDate,
    ::testing::Values(
        WrittenCase{"le 5 décembre 2012", "2012-12-05"},
        WrittenCase{"mercredi 5 décembre 2012", "2012-12-05"},
        WrittenCase{"1er août 2013", "2013-08-01"}, WrittenCase{"1er aout 2013", "2013-08-01"},
        WrittenCase{"1ER AOÛT 2013", "2013-08-01"}, WrittenCase{"1er AOUT 2013", "2013-08-01"},
        WrittenCase{"1<sup>er</sup> août 2013", "2013-08-01"},
        WrittenCase{"1 er août 2013", "2013-08-01"}, WrittenCase{"5 FÉVRIER 2012", "2012-02-05"},
        WrittenCase{"5 FEVRIER 2012", "2012-02-05"}, WrittenCase{"12 janv. 2014", "2014-01-12"},
        WrittenCase{"12 févr. 2014", "2014-02-12"}, WrittenCase{"3 sept. 2014", "2014-09-03"},
        WrittenCase{"3 juil. 2014", "2014-07-03"}, WrittenCase{"9 déc 2014", "2014-12-09"},
        WrittenCase{"5\u00a0décembre\u202f2012", "2012-12-05"},
        WrittenCase{"5&nbsp;décembre&nbsp;2012", "2012-12-05"},
        WrittenCase{"5 <strong>décembre</strong> 2012", "2012-12-05"},
        WrittenCase{"05/12/2012", "2012-12-05"}, WrittenCase{"5/12/2012", "2012-12-05"},
        WrittenCase{"05.12.2012", "2012-12-05"}, WrittenCase{"05-12-2012", "2012-12-05"},
        WrittenCase{"05/12/12", "2012-12-05"}, WrittenCase{"05/12/58", "1958-12-05"},
        WrittenCase{"05/12/57", "2057-12-05"}, WrittenCase{"2012-12-05", "2012-12-05"},
        WrittenCase{"2012-12-05T10:00:00+01:00", "2012-12-05"},
        WrittenCase{"29 février 2012", "2012-02-29"}, WrittenCase{"décembre 2012", "2012-12"},
        WrittenCase{"« Décembre 2012 »", "2012-12"}, WrittenCase{"\u00a0décembre 2012", "2012-12"},
        WrittenCase{"5 et 6 décembre 2012", "2012-12-05"},
        WrittenCase{"4, 5 et 6 décembre 2012", "2012-12-04"},
        WrittenCase{"30 novembre et 1er décembre 2012", "2012-11-30"},
        WrittenCase{"page 3, 5 décembre 2012", "2012-12-05"},
        WrittenCase{"5 décembre 2012Madame la ministre", "2012-12-05"},
        WrittenCase{"n° 123 du 5 décembre 2012", "2012-12-05"},
        WrittenCase{"December 5, 2012", "2012-12-05"}, WrittenCase{"Dec. 5th 2012", "2012-12-05"},
        WrittenCase{"5. Dezember 2012", "2012-12-05"}, WrittenCase{"5 December, 2012", "2012-12-05"},
        WrittenCase{"14 mars 99", "1999-03-14"}, WrittenCase{"14 mars '99.", "1999-03-14"}));

TEST(WrittenDate, PutsShortYearsInTheLastCenturyThatIsPossible) {
  struct Short {
    const char* text;
    const char* date;
  };
  for (const auto& [text, date] :
       {Short{"14/03/45", "1945-03-14"}, Short{"14.03.19", "2019-03-14"},
        Short{"31/12/19", "1919-12-31"}, Short{"publié le 14 mars 12", "2012-03-14"}}) {
    const auto dates = find_written_dates(text, base::Date{2019, 6, 30});
    ASSERT_EQ(dates.size(), 1u) << text;
    EXPECT_EQ(base::to_string(dates[0].date), date) << text;
  }
}

TEST(WrittenDate, ReadsNoYearInACount) {
  for (const char* text : {"le 14 mars 12 personnes", "le 14 mars 20 h", "14 mars 10:30"}) {
    EXPECT_TRUE(find_written_dates(text).empty()) << text;
  }
}

TEST(WrittenDate, KeepsRangesInTitles) {
  for (const char* title :
       {"Agenda (18 mars 2019 – 24 mars 2019)", "Semaine des métiers 05/03/2018 - 09/03/2018",
        "Une vie (13 juillet 1927 — 30 juin 2017)"}) {
    EXPECT_EQ(strip_date_suffix(title), title);
    ASSERT_EQ(find_written_dates(title).size(), 1u) << title;
    EXPECT_TRUE(find_written_dates(title)[0].is_range) << title;
  }
}

TEST(MachineDate, ReadsInstantsOfUniversalTimeInParis) {
  struct Instant {
    const char* text;
    const char* date;
  };
  for (const auto& [text, date] :
       {Instant{"2019-03-14T23:00:00Z", "2019-03-15"}, Instant{"2019-03-14T22:59:00Z", "2019-03-14"},
        Instant{"2019-07-14T22:00:00.000Z", "2019-07-15"},
        Instant{"2019-12-31T23:30:00+00:00", "2020-01-01"},
        Instant{"2019-03-14T23:30:00+01:00", "2019-03-14"},
        Instant{"2019-03-14T23:30:00-04:00", "2019-03-14"},
        Instant{"2019-03-14T23:30:00", "2019-03-14"}, Instant{"2019-03-31T22:30:00Z", "2019-03-31"}}) {
    EXPECT_EQ(base::to_string(read_machine_date(text)), date) << text;
  }
}

class NoWrittenDate : public ::testing::TestWithParam<const char*> {};

TEST_P(NoWrittenDate, IsRead) {
  EXPECT_TRUE(find_written_dates(GetParam()).empty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(WrittenDate, NoWrittenDate,
                         ::testing::Values("", "2012", "© 2014", "5 décembre", "31/02/2012",
                                           "01.42.12.12.12", "version 1.2.3", "10/20/3000000",
                                           "12/12/12/12", "en mars dernier",
                                           "mars, 2012 entreprises", "192.168.10.12", "15/18/2012",
                                           "5 decembres 2012", "le 5 dé 2012", "\xC3\xA9"));

TEST(WrittenDate, StandsWithItsWeekday) {
  constexpr std::string_view kText = "Séance du Mardi 29 janvier 2013 (suite)";

  const auto dates = find_written_dates(kText);

  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(kText.substr(dates[0].begin, dates[0].end - dates[0].begin), "Mardi 29 janvier 2013");
}

TEST(WrittenDate, ReadsDaysThatSpanARange) {
  for (const char* text :
       {"du 5 au 7 décembre 2012", "5-7 décembre 2012", "du 30 novembre au 2 décembre 2012",
        "du 30 décembre 2012 au 2 janvier 2013"}) {
    const auto dates = find_written_dates(text);
    ASSERT_EQ(dates.size(), 1u) << text;
    EXPECT_TRUE(dates[0].is_range) << text;
  }
  EXPECT_EQ(base::to_string(find_written_dates("du 30 décembre au 2 janvier 2013")[0].date),
            "2012-12-30");
}

TEST(WrittenDate, KeepsTheMonthOfADayThatDoesNotExist) {
  const auto dates = find_written_dates("30 février 2012");

  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(base::to_string(dates[0].date), "2012-02");
}

TEST(WrittenDate, FindsEveryDateInOrder) {
  const auto dates =
      find_written_dates("Le 4 décembre 2012 à Bercy, puis 9 janvier 2013, 12/2014.");

  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(base::to_string(dates[0].date), "2012-12-04");
  EXPECT_EQ(base::to_string(dates[1].date), "2013-01-09");
}

TEST(WrittenDate, LosesItsSuffixFromATitle) {
  struct Case {
    const char* title;
    const char* stripped;
  };
  for (const Case& c : {Case{"Usines d’avenir - 05/12/2012", "Usines d’avenir"},
                        Case{"Usines d’avenir – 5 décembre 2012", "Usines d’avenir"},
                        Case{"Usines d’avenir (05/12/2012)", "Usines d’avenir"},
                        Case{"Usines d’avenir | mercredi 5 décembre 2012", "Usines d’avenir"},
                        Case{"Usines d’avenir - Publié le 5 décembre 2012", "Usines d’avenir"},
                        Case{"Usines d’avenir\u00a0-\u00a005/12/2012 14:30", "Usines d’avenir"},
                        Case{"Usines d’avenir, à Paris le 5 décembre 2012.", nullptr},
                        Case{"Usines d’avenir - du 5 au 7 décembre 2012", nullptr},
                        Case{"Lettre - décembre 2012", nullptr}, Case{"- 05/12/2012", nullptr},
                        Case{"Usines 2012", nullptr}, Case{"", nullptr}}) {
    EXPECT_EQ(strip_date_suffix(c.title), c.stripped == nullptr ? c.title : c.stripped) << c.title;
  }
}

TEST(WrittenDate, IsReadAsProgramsWriteIt) {
  struct Case {
    const char* value;
    const char* date;
  };
  for (const Case& c :
       {Case{"2012-12-05T23:30:00-05:00", "2012-12-05"}, Case{" 2012-12-05 ", "2012-12-05"},
        Case{"20121205", "2012-12-05"}, Case{"20121205T101500", "2012-12-05"},
        Case{"2012-12", "2012-12"}, Case{"2012", "2012"}, Case{"5 décembre 2012", "2012-12-05"},
        Case{"Wed, 05 Dec 2012 10:00:00 GMT", "2012-12-05"}, Case{"05/12/2012", "2012-12-05"},
        Case{"1970-01-01T00:00:00Z", ""}, Case{"0001-01-01", ""}, Case{"hier", ""}, Case{"", ""},
        Case{"2012-13-45", ""}}) {
    EXPECT_EQ(base::to_string(read_machine_date(c.value)), c.date) << c.value;
  }
}

TEST(WrittenDate, KeepsOffsetsInsideAnyBytes) {
  std::string noise;
  for (int i = 0; i < 8192; ++i) noise += "0123456789/.-éjû \xC2\xE2<&"[(i * 7919) % 24];

  for (const WrittenDate& date : find_written_dates(noise)) {
    EXPECT_LT(date.begin, date.end);
    EXPECT_LE(date.end, noise.size());
    EXPECT_TRUE(base::is_valid(date.date));
  }
}

}  // namespace
}  // namespace pressoir::extract::dates
