#include "indexer/text/word_forms.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/base/utf8.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::text {
namespace {

TEST(WordForms, KeepsAccentsInTheExactFormOnly) {
  WordFormCache cache{Depth::kStems};
  const WordForms forms = cache.forms("Économies");

  EXPECT_EQ(forms.exact, "économies");
  EXPECT_EQ(forms.folded, "economies");
  EXPECT_EQ(forms.lemmas, "économie");
  EXPECT_EQ(forms.stem, "econom");
  EXPECT_FALSE(forms.is_stopword);
}

TEST(WordForms, StemsWithAccentsBeforeFolding) {
  WordFormCache cache{Depth::kStems};
  EXPECT_EQ(cache.forms("publié").stem, cache.forms("publier").stem);
  EXPECT_EQ(cache.forms("MINISTRES").stem, cache.forms("ministre").stem);
  EXPECT_EQ(cache.forms("compétitivité").stem, cache.forms("Compétitivités").stem);
}

TEST(WordForms, StemsNoNumbersAndNoForeignScripts) {
  WordFormCache cache{Depth::kStems};
  EXPECT_EQ(cache.forms("10000").stem, "10000");
  EXPECT_EQ(cache.forms("CO₂").stem, "co2");
  EXPECT_EQ(cache.forms("Ελλάδα").stem, "ελλαδα");
  EXPECT_EQ(cache.forms("R&D").folded, "r&d");
  EXPECT_EQ(cache.forms("R&D").stem, "r&d");
}

TEST(WordForms, ReadsDecomposedAccentsAndSoftHyphens) {
  WordFormCache cache{Depth::kStems};
  EXPECT_EQ(cache.forms("e\u0301conomie").exact, "économie");
  EXPECT_EQ(cache.forms("éco\u00ADnomie").exact, "économie");
}

// A stem that equals a stop word (`lea` gives `le`) makes no stop word.
TEST(WordForms, TellsStopWordsByTheirSurface) {
  WordFormCache cache{Depth::kStems};
  EXPECT_TRUE(cache.forms("LES").is_stopword);
  EXPECT_TRUE(cache.forms("À").is_stopword);
  EXPECT_FALSE(cache.forms("Léa").is_stopword);
  EXPECT_FALSE(cache.forms("été").is_stopword);
}

TEST(WordForms, StemsNoStopWords) {
  WordFormCache cache{Depth::kStems};
  EXPECT_EQ(cache.forms("des").stem, "des");
  EXPECT_EQ(cache.forms("Où").stem, "ou");
}

TEST(WordForms, LeavesOnlyLettersAndDigitsInTheFoldedForm) {
  WordFormCache cache{Depth::kStems};
  EXPECT_EQ(cache.forms("ŉ").folded, "n");
  EXPECT_EQ(cache.forms("⑴").folded, "1");
  EXPECT_EQ(cache.forms("\uFF9E").folded, "");
}

TEST(WordForms, ClipsLongWordsBetweenCharacters) {
  WordFormCache cache{Depth::kStems};
  for (const std::string& letter : {std::string("é"), std::string("œ"), std::string("漢"),
                                    std::string("a"), std::string("\U00010400")}) {
    std::string word;
    for (int i = 0; i < 500; ++i) word += letter;
    const WordForms forms = cache.forms(word);
    EXPECT_GT(forms.exact.size(), kMaxTermBytes - 4);
    for (const std::string& form : {forms.exact, forms.folded, forms.stem}) {
      EXPECT_LE(form.size(), kMaxTermBytes);
      EXPECT_TRUE(base::is_valid_utf8(form));
    }
  }
}

TEST(WordForms, ForgetsWhenFull) {
  WordFormCache cache{Depth::kStems};
  for (int i = 0; i < 200'100; ++i) cache.forms(std::to_string(i));
  cache.trim();
  EXPECT_EQ(cache.forms("pôles").folded, "poles");
}

}  // namespace
}  // namespace pressoir::text
