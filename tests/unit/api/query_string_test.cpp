#include "server/api/query_string.hpp"

#include <gtest/gtest.h>

namespace pressoir::api {
namespace {

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

TEST(QueryString, NormalPathHasNoEscapeOfALetter) {
  EXPECT_EQ(normal_path("/%61%5A%30%2d%2E%5f%7E"), "/aZ0-._~");
  EXPECT_EQ(normal_path("/%2F%25%C3%A9%"), "/%2F%25%C3%A9%");
  EXPECT_EQ(normal_path("/%zz%6"), "/%zz%6");
}

TEST(QueryString, PlusStandsForItselfInAPath) {
  EXPECT_EQ(decode_path_text("a+b%20c"), "a+b c");
  EXPECT_EQ(decode_path_text("a%2"), std::nullopt);
}

}  // namespace
}  // namespace pressoir::api
