#include "server/app/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace pressoir::app {
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
        "takes a comma-separated list of minister, person, theme, type, source, government, lineage, date",
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

TEST(QueryString, DecodesEscapesAndPlus) {
  const auto pairs = split_query_string("q=p%C3%B4les+de%20comp%c3%a9titivit%C3%A9&start=10");

  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].name, "q");
  EXPECT_EQ(pairs[0].value, "pôles de compétitivité");
  EXPECT_EQ(pairs[1].name, "start");
  EXPECT_EQ(pairs[1].value, "10");
}

TEST(QueryString, TakesRawUtf8AsItComes) {
  EXPECT_EQ(split_query_string("q=économie").at(0).value, "économie");
}

TEST(QueryString, PassesOverEmptyPairs) {
  EXPECT_EQ(split_query_string("&&a=1&&").size(), 1U);
}

TEST(QueryString, NameWithoutEqualsIsEmptyValue) {
  const auto pairs = split_query_string("facets");

  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].name, "facets");
  EXPECT_EQ(pairs[0].value, "");
  EXPECT_EQ(pairs[0].fault, "");
}

TEST(QueryString, OnlyTheFirstEqualsSeparates) {
  EXPECT_EQ(split_query_string("q=a=b").at(0).value, "a=b");
}

TEST(QueryString, NamesWhatIsWrongWithAValue) {
  struct Case {
    const char* query;
    std::string_view fault;
  };
  const Case cases[] = {
      {"q=%", "holds a % that two hexadecimal digits do not follow"},
      {"q=100%", "holds a % that two hexadecimal digits do not follow"},
      {"q=%4", "holds a % that two hexadecimal digits do not follow"},
      {"q=%zz", "holds a % that two hexadecimal digits do not follow"},
      {"q=%e9conomie", "is not UTF-8"},
      {"q=%C3", "is not UTF-8"},
      {"q=%ED%A0%80", "is not UTF-8"},
      {"q=a%00b%7F", ""},
      {"q=a%09b%0Ac", ""},
      {"q=%41", ""},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(split_query_string(each.query).at(0).fault, each.fault) << each.query;
  }
}

TEST(QueryString, KeepsNamesThatCannotBeDecoded) {
  EXPECT_EQ(split_query_string("%zz=1").at(0).name, "%zz");
}

constexpr std::array<std::string_view, 5> kWords = {"minister", "theme", "from", "to", "fields"};

TEST(NearestWord, FindsOneEditAway) {
  EXPECT_EQ(nearest_word("ministre", kWords), "minister");  // neighbours swapped
  EXPECT_EQ(nearest_word("ministers", kWords), "minister");
  EXPECT_EQ(nearest_word("field", kWords), "fields");
  EXPECT_EQ(nearest_word("frmo", kWords), "from");
}

TEST(NearestWord, StaysSilentWhenNothingIsNear) {
  EXPECT_EQ(nearest_word("callback", kWords), "");
  EXPECT_EQ(nearest_word("", kWords), "");
}

TEST(NearestWord, DoesNotWorkOnLongNames) {
  EXPECT_EQ(nearest_word(std::string(100'000, 'a'), kWords), "");
}

}  // namespace
}  // namespace pressoir::app
