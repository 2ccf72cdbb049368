#include "indexer/extract/html/markup_scanner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressoir::extract::html {
namespace {

using testing::ElementsAre;

std::vector<std::string> tokens_of(std::string_view html) {
  std::vector<std::string> tokens;
  MarkupScanner scanner(html);
  while (const auto token = scanner.next()) tokens.emplace_back(token->source);
  return tokens;
}

TEST(MarkupScanner, TellsTagsFromText) {
  EXPECT_THAT(tokens_of("a < b <p>c</p>"), ElementsAre("a ", "< b ", "<p>", "c", "</p>"));
}

TEST(MarkupScanner, TakesSignsInQuotesForText) {
  EXPECT_THAT(tokens_of("<a title='x > y' href=\"?a>b\">z"),
              ElementsAre("<a title='x > y' href=\"?a>b\">", "z"));
}

TEST(MarkupScanner, ReadsScriptsAsText) {
  EXPECT_THAT(tokens_of("<script>if (a<b) '<p>'</script>x"),
              ElementsAre("<script>", "if (a<b) '<p>'", "</script>", "x"));
}

TEST(MarkupScanner, FollowsScriptsThatWriteScripts) {
  EXPECT_THAT(tokens_of("<script><!-- w('<script></script>') --></script>x"),
              ElementsAre("<script>", "<!-- w('<script></script>') -->", "</script>", "x"));
}

TEST(MarkupScanner, EndsCommentsAsBrowsersDo) {
  EXPECT_THAT(tokens_of("<!-- a > b -->c"), ElementsAre("<!-- a > b -->", "c"));
  EXPECT_THAT(tokens_of("<!-->c"), ElementsAre("<!-->", "c"));
  EXPECT_THAT(tokens_of("<!-- a --!>c"), ElementsAre("<!-- a --!>", "c"));
  EXPECT_THAT(tokens_of("<?xml version='1.0'?>c"), ElementsAre("<?xml version='1.0'?>", "c"));
}

TEST(MarkupScanner, LeavesOutTheTagThatTheTextEndsIn) {
  EXPECT_THAT(tokens_of("a<p class='x"), ElementsAre("a"));
}

TEST(MarkupScanner, NamesElementsInAnyCase) {
  MarkupScanner scanner("<TABLE Border=0 width=\"100%\">");

  const auto token = scanner.next();

  EXPECT_EQ(token->tag, Tag::kTable);
  EXPECT_EQ(token->attribute_count, 2U);
  EXPECT_EQ(attribute_in(token->attributes, "border"), "0");
  EXPECT_EQ(attribute_in(token->attributes, "WIDTH"), "100%");
  EXPECT_EQ(attribute_in(token->attributes, "class"), "");
}

TEST(MarkupScanner, SeesTagsThatCloseThemselves) {
  MarkupScanner scanner("<br/><a href=/accueil/>");

  EXPECT_TRUE(scanner.next()->is_self_closing);
  EXPECT_EQ(scanner.next()->tag, Tag::kAnchor);
}

}  // namespace
}  // namespace pressoir::extract::html
