#include "server/api/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace pressoir::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ParsedParameters parse(std::string_view query) {
  return parse_parameters(search_parameters(), split_query_string(query));
}

TEST(Parameters, ReadsWhatIsWellFormed) {
  const auto parsed = parse("q=l%27industrie&minister=arnaud-montebourg&minister=none&count=0");

  EXPECT_THAT(parsed.errors, IsEmpty());
  EXPECT_EQ(parsed.values.get("q"), "l'industrie");
  EXPECT_THAT(parsed.values.all("minister"), ElementsAre("arnaud-montebourg", "none"));
  EXPECT_EQ(parsed.values.integer("count"), 0U);
}

TEST(Parameters, ReadsControlCharactersInWordsAsBlanks) {
  EXPECT_EQ(parse("q=loi%00sur%1F%7Fl%09emploi").values.get("q"), "loi sur  l\temploi");
}

TEST(Parameters, FallsBackToTheTablesDefault) {
  const auto parsed = parse("");

  EXPECT_EQ(parsed.values.integer("count"), 10U);
  EXPECT_EQ(parsed.values.get("interval"), "year");
  EXPECT_FALSE(parsed.values.given("count"));
}

TEST(Parameters, NamesEachFaultAndTheNearestValidWord) {
  struct Case {
    const char* query;
    ParameterError error;
  };
  const Case cases[] = {
      {"ministre=x", {"ministre", "is not a parameter", "minister"}},
      {"zzzzzz=x", {"zzzzzz", "is not a parameter", ""}},
      {"q=a&q=b", {"q", "is given more than once", ""}},
      {"q=a&q=a", {"q", "is given more than once", ""}},
      {"q=%ff", {"q", "is not UTF-8", ""}},
      {"minister=", {"minister", "is empty", ""}},
      {"minister=a%00b", {"minister", "holds a control character", ""}},
      {"count=101", {"count", "is not a whole number from 0 to 100", ""}},
      {"count=-1", {"count", "is not a whole number from 0 to 100", ""}},
      {"count=", {"count", "is not a whole number from 0 to 100", ""}},
      {"count=1e1", {"count", "is not a whole number from 0 to 100", ""}},
      {"count=99999999999999999999", {"count", "is not a whole number from 0 to 100", ""}},
      {"facet_size=0", {"facet_size", "is not a whole number from 1 to 1000", ""}},
      {"sort=newst", {"sort", "is not one of relevance, newest, oldest, first_indexed", "newest"}},
      {"match=ALL", {"match", "is not one of auto, all, any", ""}},
      {"facets=minister,dates",
       {"facets",
        "takes a comma-separated list of minister, theme, type, source, government, lineage, date",
        "date"}},
      {"from=2012-13",
       {"from", "is not a date: write 2012, 2012-12 or 2012-12-05, a day that exists", ""}},
      {"to=2013-02-29",
       {"to", "is not a date: write 2012, 2012-12 or 2012-12-05, a day that exists", ""}},
  };
  for (const Case& each : cases) {
    EXPECT_THAT(parse(each.query).errors, ElementsAre(each.error)) << each.query;
  }
}

TEST(Parameters, ReportsEveryFaultInTheOrderWritten) {
  const auto parsed = parse("count=x&pages=2&sort=date");

  ASSERT_EQ(parsed.errors.size(), 3U);
  EXPECT_EQ(parsed.errors[0].parameter, "count");
  EXPECT_EQ(parsed.errors[1].parameter, "pages");
  EXPECT_EQ(parsed.errors[2].parameter, "sort");
}

TEST(Parameters, BoundsWhatAClientCanMakeItSay) {
  std::string query;
  for (int i = 0; i < 1000; ++i) query += std::string(500, 'x') + "=1&";

  const auto parsed = parse(query);

  EXPECT_EQ(parsed.errors.size(), 20U);
  EXPECT_EQ(parsed.errors[0].parameter, std::string(64, 'x'));
}

TEST(Parameters, NeverEchoesWhatIsNotUtf8) {
  EXPECT_EQ(parse("%ff=1").errors.at(0).parameter, "%ff");
  EXPECT_EQ(parse("\xff=1").errors.at(0).parameter, "(not UTF-8)");
}

TEST(Parameters, KeepsARepeatedValueOnce) {
  EXPECT_THAT(parse("theme=Industrie&theme=Industrie").values.all("theme"),
              ElementsAre("Industrie"));
}

TEST(Parameters, EmptyListIsGiven) {
  const auto parsed = parse("facets=");

  EXPECT_THAT(parsed.errors, IsEmpty());
  EXPECT_TRUE(parsed.values.given("facets"));
  EXPECT_EQ(parsed.values.get("facets"), "");
}

TEST(Parameters, EveryRowOfATableHasAMeaningAndItsOwnName) {
  for (const auto table :
       {search_parameters(), document_parameters(), document_page_parameters()}) {
    std::set<std::string_view> names;
    for (const Parameter& parameter : table) {
      EXPECT_FALSE(parameter.meaning.empty()) << parameter.name;
      EXPECT_TRUE(names.insert(parameter.name).second) << parameter.name;
    }
  }
}

TEST(Parameters, EveryDefaultIsAValueTheParameterTakes) {
  for (const Parameter& parameter : search_parameters()) {
    if (parameter.default_value.empty()) continue;
    const std::string query =
        std::string(parameter.name) + "=" + std::string(parameter.default_value);
    EXPECT_THAT(parse(query).errors, IsEmpty()) << query;
  }
}

TEST(Parameters, TheManualNamesEachOfThem) {
  std::ifstream file(PRESSOIR_SOURCE_DIR "/server/api/README.md");
  const std::string manual((std::istreambuf_iterator<char>(file)), {});
  ASSERT_FALSE(manual.empty());
  for (const auto table : {search_parameters(), document_parameters()}) {
    for (const Parameter& parameter : table) {
      EXPECT_NE(manual.find("`" + std::string(parameter.name)), std::string::npos)
          << parameter.name;
    }
  }
}

}  // namespace
}  // namespace pressoir::api
