#include "indexer/extract/html/limiter.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace pressoir::extract::html {
namespace {

std::string limit(std::string_view html) {
  return limit_markup(html, {}, false).value().markup;
}

// The markup with each text that a placeholder stands for in brackets.
std::string marked(std::string_view html) {
  const auto limited = limit_markup(html, {}).value();
  std::string out;
  std::size_t copied = 0;
  for (const Placeholder& text : limited.texts) {
    EXPECT_EQ(std::string_view(limited.markup).substr(text.place, kTextPlaceholder.size()),
              kTextPlaceholder);
    out.append(limited.markup, copied, text.place - copied).append("[").append(text.source) += ']';
    copied = text.place + kTextPlaceholder.size();
  }
  return out.append(limited.markup, copied);
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Limiter, ClosesWhatBrowsersClose) {
  EXPECT_EQ(limit("<p>a<p>b</div>"), "<p>a</p><p>b");
  EXPECT_EQ(limit("<ul><li>a<li>b</ul>c"), "<ul><li>a</li><li>b</li></ul>c");
  EXPECT_EQ(limit("<table><tr><td>a<td>b<tr><td>c</table>"),
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>");
}

TEST(Limiter, KeepsACellOpenWhenAnElementOutsideTheTableIsClosedInIt) {
  EXPECT_EQ(limit("<div><table><tr><td></div>a</table></div>b"),
            "<div><table><tr><td>a</td></tr></table></div>b");
}

TEST(Limiter, MakesNoTagOfTextWhenATagIsDropped) {
  EXPECT_EQ(limit("a <</b>p> b"), "a &lt;p> b");
}

TEST(Limiter, DropsCommentsScriptsAndControls) {
  EXPECT_EQ(limit("a<!-- b --><script>c</script><style>d</style><select><option>e</select>f"),
            "af");
  EXPECT_EQ(limit("<svg><path d=''/><text>logo</text></svg>suite"), "suite");
}

TEST(Limiter, KeepsThePageAfterAnUnclosedImage) {
  EXPECT_EQ(limit("<svg><path d=''/><p>suite</p>"), "<p>suite</p>");
}

TEST(Limiter, CollectsJsonLd) {
  const auto limited =
      limit_markup("<script type='application/ld+json'>{\"a\":1}</script>x", {}).value();

  EXPECT_EQ(limited.markup, "x");
  ASSERT_EQ(limited.json_ld.size(), 1U);
  EXPECT_EQ(limited.json_ld[0], "{\"a\":1}");
}

TEST(Limiter, ReplacesFramesByTheirNoframes) {
  EXPECT_EQ(limit("<frameset><frame src=a><noframes><p>texte</p></noframes></frameset>"),
            "<p>texte</p>");
}

TEST(Limiter, TellsFragmentsFromPages) {
  EXPECT_TRUE(limit_markup("<p>texte", {}).value().is_fragment);
  EXPECT_FALSE(limit_markup("<!doctype html><p>texte", {}).value().is_fragment);
  EXPECT_FALSE(limit_markup("<title>a</title><p>texte", {}).value().is_fragment);
}

TEST(Limiter, AcceptsThousandsOfUnclosedTags) {
  for (const char* tag : {"<p>", "<p><font size=2>", "<font color=red>a", "<li>", "<tr><td>",
                          "<a name=x>", "<br>", "<td>"}) {
    EXPECT_TRUE(limit_markup("<table>" + repeat(tag, 5000), {}).has_value()) << tag;
    EXPECT_TRUE(limit_markup(repeat(tag, 5000), {}).has_value()) << tag;
  }
}

TEST(Limiter, RejectsHundredsOfThousandsOfNestedTagsWithinASecond) {
  for (const char* tags :
       {"<div>", "<span>", "<b>", "<b class=x>", "<a>", "<a href=x>", "<a href=x><div>",
        "<table><tr><td>", "<div><table><tr><td></div>", "<ul><li>", "<inconnu>", "<form>",
        "<template>", "<button>", "<svg><title></title><div>", "<blockquote><p><i>"}) {
    const std::string html = repeat(tags, 400'000);
    const auto start = std::chrono::steady_clock::now();

    const auto limited = limit_markup(html, {});

    ASSERT_TRUE(limited.has_error()) << tags;
    EXPECT_EQ(limited.error().code, base::Errc::kTooDeep) << tags;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1)) << tags;
  }
}

TEST(Limiter, RejectsTooManyTags) {
  MarkupLimits limits;
  limits.max_tags = 10;

  EXPECT_EQ(limit_markup(repeat("<br>", 11), limits).error().code, base::Errc::kTooManyTags);
  EXPECT_TRUE(limit_markup(repeat("<br>", 10), limits).has_value());
}

TEST(Limiter, DropsTheAttributesOfATagWithTooMany) {
  EXPECT_EQ(limit("<p " + repeat("a ", 1000) + ">x"), "<p >x");
}

TEST(Limiter, RejectsTooManyAttributesAndReferences) {
  MarkupLimits limits;
  limits.max_attributes = 10;
  limits.max_entities = 10;

  EXPECT_EQ(limit_markup("<p a b c d e f><p a b c d e f>", limits).error().code,
            base::Errc::kTooManyAttributes);
  EXPECT_EQ(limit_markup(repeat("&eacute;", 11), limits).error().code,
            base::Errc::kTooManyEntities);
  EXPECT_TRUE(limit_markup("<p a b c d e f>" + repeat("&eacute;", 10), limits));
}

TEST(Limiter, DoesNotExpandEntitiesOfADoctype) {
  const std::string bomb =
      "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;";

  EXPECT_LE(limit_markup(bomb, {})->markup.size(), bomb.size() + 16);
}

TEST(Limiter, PutsPlaceholdersForTextsThatAParserWouldCopy) {
  EXPECT_EQ(marked("Il n’y a « rien » à lire"), "[Il n’y a « rien » à lire]");
  EXPECT_EQ(marked("<p>\n  Le texte commence</p>"), "<p>\n  [Le texte commence]</p>");
  EXPECT_EQ(marked("d&eacute;put&#233;s de la Nation"), "d&eacute;put&#233;s [de la Nation]");
  EXPECT_EQ(marked("Recherche & développement"), "[Recherche ]& [développement]");
  EXPECT_EQ(marked("fin de ligne\r\nligne suivante"), "[fin de ligne]\r\n[ligne suivante]");
  EXPECT_EQ(marked("un signe \x01 de commande"), "[un signe ]\x01 [de commande]");
  EXPECT_EQ(marked("un signe \xC2\x85 de commande"), "[un signe ]\xC2\x85 [de commande]");
  EXPECT_EQ(marked("un sourire 😀 suffit bien"), "[un sourire ]😀 [suffit bien]");
  EXPECT_EQ(marked("court"), "court");
}

TEST(Limiter, PutsPlaceholdersForAttributesThatAParserWouldCopy) {
  for (const char* plain :
       {" id=\"a\"\n class='titre d\"article' xml:lang=\"\" ", " hidden", " id=a", " id =\"a\"",
        " id=\"a\"class=\"b\"", "/id=\"a\""}) {
    const std::string page = std::string("<p") + plain + ">x";
    const auto limited = limit_markup(page, {}).value();

    ASSERT_EQ(limited.attributes.size(), 1U) << plain;
    EXPECT_EQ(limited.attributes[0].source, plain);
    EXPECT_EQ(limited.markup, "<p ~ >x");
    EXPECT_EQ(limited.attributes[0].place, 3U);
  }
}

TEST(Limiter, KeepsAttributesThatAParserWouldChange) {
  for (const char* other : {"", " ", " ID=\"a\"", " title=\"d&eacute;j\"", " =\"a\"",
                            " id=\"a\r\n\"", " id=\"\x01\"", " id=\"<a>\""}) {
    EXPECT_TRUE(limit_markup(std::string("<p") + other + ">x", {})->attributes.empty()) << other;
  }
  EXPECT_TRUE(limit_markup("<body class=a><inconnu class=b>", {})->attributes.empty());
}

}  // namespace
}  // namespace pressoir::extract::html
