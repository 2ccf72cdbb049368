#include "server/api/trends_text.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace pressoir::api {
namespace {

search::Trends two_years() {
  search::Trends trends;
  trends.archive = {query::Interval::kYear, {{{2012, 1, 1}, 3}, {{2013, 1, 1}, 0}}, 4};
  trends.total = 7;
  search::TrendSeries word;
  word.q = "pôles";
  word.read_as.query.kind = query::Query::Kind::kWord;
  word.read_as.query.surface = "pôles";
  word.total = 2;
  word.none = 1;
  word.counts = {1, 0};
  search::TrendSeries formula;
  formula.q = "=1+1, \"x\"";
  formula.counts = {0, 0};
  trends.series = {word, formula};
  trends.revision = "17";
  trends.documents = 9;
  return trends;
}

TEST(TrendsText, JsonHasCountsSharesAndDenominators) {
  search::TrendsRequest request;
  request.common.filters[0].any_of = {"arnaud-montebourg"};
  request.common.from = {2012, 0, 0};

  const auto json = boost::json::parse(trends_to_json(request, two_years()));

  EXPECT_EQ(json.at("interval").as_string(), "year");
  EXPECT_EQ(boost::json::serialize(json.at("filters")),
            R"({"minister":["arnaud-montebourg"],"from":"2012"})");
  EXPECT_EQ(json.at("total").as_int64(), 7);
  EXPECT_EQ(json.at("none").as_int64(), 4);
  EXPECT_EQ(boost::json::serialize(json.at("periods")),
            R"([{"start":"2012-01-01","documents":3},{"start":"2013-01-01","documents":0}])");
  const auto& series = json.at("series").at(0);
  EXPECT_EQ(series.at("q").as_string(), "pôles");
  EXPECT_EQ(series.at("read_as").as_string(), "Textes contenant « pôles »");
  EXPECT_EQ(series.at("total").as_int64(), 2);
  EXPECT_EQ(series.at("none").as_int64(), 1);
  EXPECT_EQ(series.at("periods").at(0).at("count").as_int64(), 1);
  EXPECT_DOUBLE_EQ(series.at("periods").at(0).at("share").as_double(), 0.333333);
  EXPECT_TRUE(series.at("periods").at(1).at("share").is_null()) << "no documents, no share";
  EXPECT_EQ(json.at("index").at("revision").as_string(), "17");
}

TEST(TrendsText, CsvHasALineForEachPeriodOfEachSeries) {
  EXPECT_EQ(trends_to_csv(two_years()),
            "q,start,count,documents,share\r\n"
            "pôles,2012-01-01,1,3,0.333333\r\n"
            "pôles,2013-01-01,0,0,\r\n"
            "pôles,none,1,4,0.25\r\n"
            "\"'=1+1, \"\"x\"\"\",2012-01-01,0,3,0\r\n"
            "\"'=1+1, \"\"x\"\"\",2013-01-01,0,0,\r\n"
            "\"'=1+1, \"\"x\"\"\",none,0,4,0\r\n");
}

}  // namespace
}  // namespace pressoir::api
