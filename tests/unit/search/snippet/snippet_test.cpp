#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "server/query/query_parser.hpp"
#include "server/search/snippet/highlighter.hpp"

namespace pressoir::search::snippet {
namespace {

constexpr std::string_view kEllipsis = "…";

std::vector<Fragment> cut(std::string_view q, std::string_view text) {
  text::Analyzer analyzer;
  const query::ParsedQuery parsed =
      query::parse_query(q, query::MatchMode::kAuto, analyzer).value();
  return Highlighter(parsed.query, analyzer).snippet(text);
}

std::string marked(const std::vector<Fragment>& fragments) {
  std::string words;
  for (const Fragment& fragment : fragments) {
    if (fragment.match) words += (words.empty() ? "" : "|") + fragment.text;
  }
  return words;
}

std::size_t characters(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::ranges::count_if(text, base::is_utf8_continuation));
}

// Sentences of about 60 characters without the words that the tests search for.
std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    text += "Le Gouvernement présente la mesure numéro " + std::to_string(i + 100) + " aux élus. ";
  }
  return text;
}

TEST(Snippet, InOneLineShowsWhereBlocksEnd) {
  const std::vector<Fragment> blocks = {{"l’industrie française\nDevant les ", false}, {"élus", true}};
  const std::vector<Fragment> line = {{"l’industrie française · Devant les ", false}, {"élus", true}};
  EXPECT_EQ(in_one_line(blocks), line);
}

TEST(Snippet, IsTheStartOfATextWithoutMatches) {
  const std::string text = filler(20);
  const std::string shown = plain_text(cut("drone", text));
  EXPECT_TRUE(text.starts_with(shown)) << shown;
  EXPECT_TRUE(shown.ends_with("."));
  EXPECT_GE(characters(shown), 160u);
  EXPECT_LE(characters(shown), 320u);
}

TEST(Snippet, IsTheWholeOfAShortText) {
  EXPECT_EQ(plain_text(cut("drone", "Un texte court")), "Un texte court");
  EXPECT_EQ(plain_text(cut("texte", "Un texte court")), "Un texte court");
  EXPECT_TRUE(cut("drone", "").empty());
}

TEST(Snippet, StartsWithTheSentenceOfTheMatch) {
  const std::string text = filler(20) + "Le drone vole. " + filler(20);
  const auto fragments = cut("drone", text);
  EXPECT_EQ(marked(fragments), "drone");
  EXPECT_TRUE(plain_text(fragments).starts_with("Le drone vole. ")) << plain_text(fragments);
  EXPECT_TRUE(plain_text(fragments).ends_with(".")) << plain_text(fragments);
}

TEST(Snippet, StartsWithTheLineOfTheMatch) {
  const std::string text = filler(20) + "\nUn titre sans point\nLe drone vole\n" + filler(20);
  EXPECT_TRUE(plain_text(cut("drone", text)).starts_with("Le drone vole\n"));
}

TEST(Snippet, DoesNotTakeAnInitialForTheEndOfASentence) {
  const std::string text = filler(20) + "Devant la presse, M. Sapin lance un drone. " + filler(20);
  EXPECT_TRUE(plain_text(cut("drone", text)).starts_with("Devant la presse, M. Sapin lance"));
}

TEST(Snippet, ContainsTheMostDifferentWords) {
  const std::string text = "Le drone vole, un drone, des drones. " + filler(20) +
                           "Le drone de l’armée décolle. " + filler(20);
  EXPECT_EQ(marked(cut("drone armée", text)), "drone|armée");
}

TEST(Snippet, ShowsTheTextBeforeAMatchAtTheEnd) {
  const std::string text = filler(20) + "Vive le drone";
  const std::string shown = plain_text(cut("drone", text));
  EXPECT_GE(characters(shown), 160u) << shown;
  EXPECT_TRUE(shown.ends_with("Vive le drone"));
  EXPECT_TRUE(shown.starts_with("Le Gouvernement")) << shown;
}

TEST(Snippet, MarksCutsInsideSentences) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "une phrase sans fin ";
  text += "avec un drone dedans ";
  for (int i = 0; i < 100; ++i) text += "une phrase sans fin ";
  const auto fragments = cut("drone", text);
  EXPECT_TRUE(plain_text(fragments).starts_with(kEllipsis));
  EXPECT_TRUE(plain_text(fragments).ends_with(kEllipsis));
  EXPECT_EQ(fragments.size(), 3u) << "no two fragments alike side by side";
}

TEST(Snippet, ShowsTextWithoutBlanks) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "é";
  const std::string shown = plain_text(cut("drone", text));
  EXPECT_GE(characters(shown), 160u);
  EXPECT_LE(characters(shown), 320u);
  EXPECT_TRUE(base::is_valid_utf8(shown));
}

TEST(Snippet, ShowsThePhraseThatIsLongerThanItself) {
  std::string phrase = "alpha";
  for (int i = 0; i < 100; ++i) phrase += " mot" + std::to_string(i);
  const auto fragments = cut("\"" + phrase + "\"", filler(10) + phrase + " " + filler(10));
  EXPECT_TRUE(marked(fragments).starts_with("alpha mot0 mot1")) << plain_text(fragments);
}

TEST(Snippet, IsAPieceOfAnyTextOfBoundedSize) {
  constexpr unsigned kSeed = 2024;
  std::mt19937 random(kSeed);
  const std::vector<std::string> pieces = {"drone",
                                           "l’armée",
                                           " ",
                                           " ",
                                           " ",
                                           ". ",
                                           "\n",
                                           "é",
                                           "𝄞",
                                           "10 000",
                                           "M.",
                                           "!",
                                           "porte-parole",
                                           "\u00A0",
                                           "Le Gouvernement",
                                           std::string(90, 'x')};
  for (int i = 0; i < 1000; ++i) {
    std::string text;
    for (auto n = random() % 200; n > 0; --n) text += pieces[random() % pieces.size()];
    const auto fragments = cut("drone armée 10 000 porte-parole \"drone drone\"", text);
    std::string shown = plain_text(fragments);
    ASSERT_LE(characters(shown), 320u) << "seed " << kSeed << " text " << i;
    ASSERT_TRUE(base::is_valid_utf8(shown)) << "seed " << kSeed << " text " << i;
    if (shown.starts_with(kEllipsis)) shown.erase(0, kEllipsis.size());
    if (shown.ends_with(kEllipsis)) shown.erase(shown.size() - kEllipsis.size());
    ASSERT_NE(text.find(shown), std::string::npos) << "seed " << kSeed << " text " << i;
    ASSERT_GE(characters(shown), std::min<std::size_t>(characters(text), 160)) << i << ": " << text;
    for (std::size_t f = 0; f < fragments.size(); ++f) {
      ASSERT_FALSE(fragments[f].text.empty());
      ASSERT_TRUE(f == 0 || fragments[f].match != fragments[f - 1].match);
    }
  }
}

}  // namespace
}  // namespace pressoir::search::snippet
