// The comparison page and its picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/pages/comparison.hpp"
#include "server/pages/pages.hpp"
#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using query::Interval;
using testing::HasSubstr;
using testing::Not;

// Years from 2000 on.
ComparisonAnswer compare(std::vector<std::string> queries, std::int16_t years = 3) {
  ComparisonAnswer answer{{queries}, {}, {}};
  answer.asked.common.filters[0].any_of = {"arnaud-montebourg"};
  answer.trends.archive.none = 12;
  for (std::int16_t i = 0; i < years; ++i) {
    answer.trends.archive.buckets.push_back({{static_cast<std::int16_t>(2000 + i), 1, 1}, 200});
  }
  answer.trends.total = 200u * static_cast<std::uint64_t>(years) + 12;
  for (const std::string& q : queries) {
    search::TrendSeries series{q, read_as(q), 0, 0, {}};
    for (std::int16_t i = 0; i < years; ++i) series.counts.push_back(40);
    series.total = 40u * static_cast<std::uint64_t>(years);
    answer.trends.series.push_back(series);
  }
  answer.trends.revision = "17-abc";
  answer.trends.documents = 1'234;
  return answer;
}

std::string page(const ComparisonAnswer& answer) {
  return Pages::load("").value()->comparison_page(answer, invented_archive());
}

std::string picture(const ComparisonAnswer& answer) {
  return Pages::load("").value()->comparison_picture(answer, "https://archives.exemple.fr");
}

TEST(ComparisonPage, IsWellFormedWhateverItShows) {
  ComparisonAnswer undated = compare({"industrie"});
  undated.trends.archive.buckets.clear();
  undated.trends.series[0].counts.clear();

  EXPECT_EQ(fault_of(page({})), "");
  EXPECT_EQ(fault_of(page(compare({"industrie", "emploi", "a\"<b>'&", "", "é"}))), "");
  EXPECT_EQ(fault_of(page(compare({"industrie"}, 1))), "");
  EXPECT_EQ(fault_of(page(compare({"industrie"}, 300))), "");
  EXPECT_EQ(fault_of(page(undated)), "");
  EXPECT_THAT(page(undated), HasSubstr("Aucun texte daté"));
}

TEST(ComparisonPage, AsksForQueriesWhenThereAreNone) {
  const std::string html = page({});

  EXPECT_EQ(count_of("name=\"q\"", html), search::kMaxSeries);
  EXPECT_THAT(html, HasSubstr("/comparer?q=ch%C3%B4mage&amp;q=inflation"));
  EXPECT_THAT(html, Not(HasSubstr("<polyline")));
}

TEST(ComparisonPage, ShowsEachQueryAsALineALegendAndNumbers) {
  const std::string html = page(compare({"industrie", "emploi"}));

  EXPECT_EQ(count_of("<polyline", html), 2u);
  EXPECT_THAT(html, HasSubstr("Part des textes de l’archive, par année, de 2000 à 2002"));
  EXPECT_THAT(html,
              HasSubstr("<a href=\"/?q=industrie&amp;minister=arnaud-montebourg\">industrie</a> "
                        "<span class=\"count\">120\u00A0textes, 19,6\u00A0%</span>"));
  EXPECT_THAT(html, HasSubstr("<td>200</td><td><a href=\"/?q=industrie&amp;minister=arnaud-"
                              "montebourg&amp;from=2000&amp;to=2000\">40</a> <small>20,0\u00A0%"));
  EXPECT_THAT(html, HasSubstr("aria-label=\"2001\u00A0: industrie 20,0\u00A0%\u202F; emploi 20,0"));
  EXPECT_THAT(html, HasSubstr("12\u00A0textes sans date précise"));
  EXPECT_THAT(html, Not(HasSubstr("Textes contenant"))) << "says no more than the query";
}

TEST(ComparisonPage, LeadsToTheSameElsewhere) {
  const std::string html = page(compare({"industrie", "emploi"}));
  const std::string query = "?q=industrie&amp;q=emploi&amp;minister=arnaud-montebourg\"";

  EXPECT_THAT(html, HasSubstr("href=\"/api/v1/trends" + query));
  EXPECT_THAT(html, HasSubstr("href=\"/api/v1/trends.csv" + query));
  EXPECT_THAT(html, HasSubstr("href=\"/comparer.svg" + query));
  EXPECT_THAT(html,
              HasSubstr("<input type=\"hidden\" name=\"minister\" value=\"arnaud-montebourg\">"));
  EXPECT_THAT(html,
              HasSubstr("<a href=\"/comparer?q=industrie&amp;q=emploi\"><span class=\"hidden\">"
                        "Retirer </span>"));
}

TEST(ComparisonPage, ZoomsToAPeriodAndToAGovernment) {
  const std::string html = page(compare({"industrie"}));

  EXPECT_THAT(html, HasSubstr("href=\"/comparer?q=industrie&amp;minister=arnaud-montebourg&amp;"
                              "from=2001&amp;to=2001\" aria-label=\"2001"));
  EXPECT_THAT(html, HasSubstr("aria-label=\"Gouvernement Jospin"));
}

TEST(ComparisonPage, SaysWhenItDrawsLongerPeriodsThanAsked) {
  ComparisonAnswer answer = compare({"industrie"});
  EXPECT_THAT(page(answer), Not(HasSubstr("trop de périodes")));

  answer.asked.interval = Interval::kDay;
  EXPECT_THAT(page(answer), HasSubstr("trop de périodes pour un dessin par jour"));
}

TEST(ComparisonPage, LeadsToNoTextsFromALongTable) {
  const std::string html = page(compare({"a", "b", "c"}, 140));

  EXPECT_EQ(count_of("<td><a", html), 0u);
  EXPECT_EQ(count_of("<a href=\"/comparer?q=a&amp;q=b", html), 141u) << "each period zooms";
}

TEST(ComparisonPage, WritesNoAddressAThousandTimes) {
  const std::string html = page(compare({std::string(600, 'a')}, 240));

  EXPECT_LT(html.size(), 150'000u);
  EXPECT_EQ(count_of("data-from", html), 240u) << "dragging still chooses";
}

TEST(ComparisonPicture, StandsAlone) {
  const std::string svg = picture(compare({"industrie", "emploi & <crise>"}));

  EXPECT_TRUE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"titre\">Part des textes de l’archive"));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"texte\">1. industrie"));
  EXPECT_THAT(svg, HasSubstr("<style>"));
  EXPECT_THAT(svg, HasSubstr("Source : Pressoir, 1\u202F234\u00A0textes, état 17-abc"));
  EXPECT_THAT(svg, HasSubstr("https://archives.exemple.fr/comparer?q=industrie"));
  EXPECT_THAT(svg, HasSubstr("emploi &amp; &lt;crise&gt;"));
  EXPECT_EQ(count_of("href=\"/", svg), 0u) << "an address of the site leads nowhere from a file";
  EXPECT_EQ(count_of("<script", svg), 0u);
}

TEST(ComparisonPicture, HoldsNoCharacterThatXmlForbids) {
  const std::string svg = picture(compare({"a\uFFFEb\uFFFFc"}));

  EXPECT_EQ(count_of("\uFFFE", svg), 0u);
  EXPECT_EQ(count_of("\uFFFF", svg), 0u);
}

TEST(ComparisonInterval, FollowsTheDatesUnlessOneIsAskedFor) {
  search::ArchiveSummary archive;
  archive.first_date = {1998, 1, 1};
  archive.last_date = {2024, 12, 31};
  ComparisonRequest request;

  EXPECT_EQ(comparison_interval(request, archive), Interval::kYear);
  request.common.from = {2019, 0, 0};
  EXPECT_EQ(comparison_interval(request, archive), Interval::kMonth);
  request.common.to = {2019, 3, 0};
  EXPECT_EQ(comparison_interval(request, archive), Interval::kDay);
  request.interval = Interval::kYear;
  EXPECT_EQ(comparison_interval(request, archive), Interval::kYear);
}

TEST(ComparisonInterval, IsLongerThanAskedWhenThereAreTooManyPeriods) {
  search::ArchiveSummary archive;
  archive.first_date = {1998, 1, 1};
  archive.last_date = {2024, 12, 31};

  EXPECT_EQ(comparison_interval({{}, {}, Interval::kDay}, archive), Interval::kYear);
  archive.first_date = {2015, 1, 1};
  EXPECT_EQ(comparison_interval({{}, {}, Interval::kDay}, archive), Interval::kMonth);
  EXPECT_EQ(comparison_interval({{}, {}, Interval::kMonth}, archive), Interval::kMonth);
  archive.first_date = {2014, 12, 31};
  EXPECT_EQ(comparison_interval({{}, {}, Interval::kMonth}, archive), Interval::kYear);
}

}  // namespace
}  // namespace pressoir::pages
