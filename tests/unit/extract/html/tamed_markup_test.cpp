#include "indexer/extract/html/tamed_markup.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace pressoir::extract::html {
namespace {

std::string tame(std::string_view html) {
  return tame_markup(html, {}).value().html;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(TamedMarkup, ClosesWhatBrowsersClose) {
  EXPECT_EQ(tame("<p>a<p>b</div>"), "<p>a</p><p>b");
  EXPECT_EQ(tame("<ul><li>a<li>b</ul>c"), "<ul><li>a</li><li>b</li></ul>c");
  EXPECT_EQ(tame("<table><tr><td>a<td>b<tr><td>c</table>"),
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>");
}

TEST(TamedMarkup, LeavesCellsAloneWhenATagOutsideIsClosedInThem) {
  EXPECT_EQ(tame("<div><table><tr><td></div>a</table></div>b"),
            "<div><table><tr><td>a</td></tr></table></div>b");
}

TEST(TamedMarkup, MakesNoTagOfTextWhenATagIsLeftOut) {
  EXPECT_EQ(tame("a <</b>p> b"), "a &lt;p> b");
}

TEST(TamedMarkup, DropsCommentsScriptsAndControls) {
  EXPECT_EQ(tame("a<!-- b --><script>c</script><style>d</style><select><option>e</select>f"), "af");
  EXPECT_EQ(tame("<svg><path d=''/><text>logo</text></svg>suite"), "suite");
}

TEST(TamedMarkup, KeepsThePageAfterAnImageThatIsNotClosed) {
  EXPECT_EQ(tame("<svg><path d=''/><p>suite</p>"), "<p>suite</p>");
}

TEST(TamedMarkup, KeepsJsonLdApart) {
  const auto tamed =
      tame_markup("<script type='application/ld+json'>{\"a\":1}</script>x", {}).value();

  EXPECT_EQ(tamed.html, "x");
  ASSERT_EQ(tamed.json_ld.size(), 1U);
  EXPECT_EQ(tamed.json_ld[0], "{\"a\":1}");
}

TEST(TamedMarkup, ReadsFramesAsTheirSubstitute) {
  EXPECT_EQ(tame("<frameset><frame src=a><noframes><p>texte</p></noframes></frameset>"),
            "<p>texte</p>");
}

TEST(TamedMarkup, TellsFragmentsFromPages) {
  EXPECT_TRUE(tame_markup("<p>texte", {}).value().is_fragment);
  EXPECT_FALSE(tame_markup("<!doctype html><p>texte", {}).value().is_fragment);
  EXPECT_FALSE(tame_markup("<title>a</title><p>texte", {}).value().is_fragment);
}

TEST(TamedMarkup, AcceptsThousandsOfTagsThatAreNeverClosed) {
  for (const char* tag : {"<p>", "<p><font size=2>", "<font color=red>a", "<li>", "<tr><td>",
                          "<a name=x>", "<br>", "<td>"}) {
    EXPECT_TRUE(tame_markup("<table>" + repeat(tag, 5000), {}).has_value()) << tag;
    EXPECT_TRUE(tame_markup(repeat(tag, 5000), {}).has_value()) << tag;
  }
}

TEST(TamedMarkup, RefusesHundredsOfThousandsOfNestedTagsAtOnce) {
  for (const char* tags :
       {"<div>", "<span>", "<b>", "<b class=x>", "<a>", "<a href=x>", "<a href=x><div>",
        "<table><tr><td>", "<div><table><tr><td></div>", "<ul><li>", "<inconnu>", "<form>",
        "<template>", "<button>", "<svg><title></title><div>", "<blockquote><p><i>"}) {
    const std::string html = repeat(tags, 400'000);
    const auto start = std::chrono::steady_clock::now();

    const auto tamed = tame_markup(html, {});

    ASSERT_TRUE(tamed.has_error()) << tags;
    EXPECT_EQ(tamed.error().code, base::Errc::kTooDeep) << tags;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1)) << tags;
  }
}

TEST(TamedMarkup, RefusesTooManyTags) {
  MarkupLimits limits;
  limits.max_tags = 10;

  EXPECT_EQ(tame_markup(repeat("<br>", 11), limits).error().code, base::Errc::kTooManyTags);
  EXPECT_TRUE(tame_markup(repeat("<br>", 10), limits).has_value());
}

TEST(TamedMarkup, DropsAttributesWithoutEnd) {
  EXPECT_EQ(tame("<p " + repeat("a ", 1000) + ">x"), "<p >x");
}

TEST(TamedMarkup, CountsAttributesAndEntities) {
  MarkupLimits limits;
  limits.max_attributes = 10;
  limits.max_entities = 10;

  EXPECT_EQ(tame_markup("<p a b c d e f><p a b c d e f>", limits).error().code,
            base::Errc::kTooManyAttributes);
  EXPECT_EQ(tame_markup(repeat("&eacute;", 11), limits).error().code, base::Errc::kTooManyEntities);
  EXPECT_TRUE(tame_markup("<p a b c d e f>" + repeat("&eacute;", 10), limits));
}

// A DTD's entities are not expanded: nothing grows.
TEST(TamedMarkup, KeepsABombOfEntitiesSmall) {
  const std::string bomb =
      "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;";

  EXPECT_LE(tame_markup(bomb, {})->html.size(), bomb.size() + 16);
}

}  // namespace
}  // namespace pressoir::extract::html
