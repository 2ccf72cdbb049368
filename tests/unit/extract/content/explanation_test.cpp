#include "indexer/extract/content/page_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extract/page_of.hpp"

namespace pressoir::extract::content {
namespace {

// The block of the page that has this text.
ExplainedBlock block_of(std::string_view body, std::string_view text) {
  const html::HtmlTree tree = tree_of(page_with(body));
  for (ExplainedBlock& block : explain_blocks(tree, read_page(tree))) {
    if (block.text == text) return std::move(block);
  }
  ADD_FAILURE() << "no block " << text;
  return {};
}

struct Case {
  std::string body;
  Region region;
  std::string evidence;
};

TEST(Explanation, SaysWhatDecided) {
  const std::vector<Case> cases = {
      {"<p>Bloc</p>", Region::kContent, ""},
      {"<nav class=haut><p>Bloc</p></nav>", Region::kLandmark, "<nav class=\"haut\">"},
      {"<div role=banner>Bloc</div>", Region::kRole, "<div role=\"banner\">"},
      {"<div class=fr-share><p>Bloc</p></div>", Region::kClassWord,
       "“share” in <div class=\"fr-share\">"},
      {"<div style='display:none'>Bloc</div>", Region::kHidden, "<div style=\"display:none\">"},
      {"<p><a href=1>Bloc</a></p>", Region::kLinks, "1 links, 100 % of the text of <p>"},
      {"<div><h2>Articles associés</h2><p>Bloc</p></div>", Region::kRelated, ""},
      {"<div class=rubrique>Bloc</div>", Region::kTheme, ""},
      {"<h1>Essai</h1><p>Bloc</p>", Region::kContent, ""}};
  for (const Case& expected : cases) {
    const ExplainedBlock block = block_of(expected.body, "Bloc");
    EXPECT_EQ(to_string(block.region), to_string(expected.region)) << expected.body;
    EXPECT_EQ(block.evidence, expected.evidence);
  }
}

TEST(Explanation, ShowsWhatOtherFieldsHold) {
  EXPECT_EQ(block_of("<h1>Essai</h1>", "Essai").region, Region::kTitle);
  EXPECT_EQ(block_of("<p>Publié le 5 mai 2012</p>", "Publié le 5 mai 2012").region,
            Region::kPublication);
  EXPECT_EQ(block_of("<p>Haut de page</p>", "Haut de page").region, Region::kInterface);
  EXPECT_EQ(block_of("<p>Communiqué</p><h1>Essai</h1>", "Communiqué").region, Region::kKicker);
}

TEST(Explanation, ShowsTheReactionsBehindTheirSpeech) {
  const std::string debate =
      "<p>M. le président. Bien.</p><p>Mme Élisa Duval. Oui. (Rires.)</p><p>M. Luc Petit. Non.</p>";
  const html::HtmlTree tree = tree_of(page_with(debate));

  const std::vector<ExplainedBlock> blocks = explain_blocks(tree, read_page(tree));

  ASSERT_GE(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].text, "Élisa Duval. Oui.");
  EXPECT_EQ(blocks[2].text, "(Rires.)");
  EXPECT_EQ(to_string(blocks[2].region), "reaction");
}

TEST(Explanation, KeepsTheOrderOfThePage) {
  const html::HtmlTree tree =
      tree_of(page_with("<nav>Menu</nav><h2>Titre</h2><footer>Pied</footer>"));
  std::vector<std::string> texts;
  for (const ExplainedBlock& block : explain_blocks(tree, read_page(tree))) {
    texts.push_back(block.text.substr(0, 8));
  }
  EXPECT_THAT(texts, testing::ElementsAre("Menu", "Titre", "Pied", "Le Gouve"));
}

}  // namespace
}  // namespace pressoir::extract::content
