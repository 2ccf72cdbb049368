#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "indexer/text/tokenizer.hpp"

namespace pressoir::text {
namespace {

using testing::ElementsAre;

// The words of a text: the surface, behind `+` that of a compound as a whole.
std::vector<std::string> words_of(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<std::string> words;
  for (const Word& word : tokenizer.split(text)) {
    words.push_back((word.is_compound ? "+" : "") + std::string(word.surface));
  }
  return words;
}

TEST(TokenizerNumbers, ReadsAnArticleOfACodeAsOneWordHoweverItIsWritten) {
  for (const char* text :
       {"L311-1", "L. 311-1", "L.311-1", "L 311-1", "L.\u00A0311-1", "L.\u202F311-1"}) {
    EXPECT_THAT(words_of(text), ElementsAre("L311-1")) << text;
  }
  EXPECT_THAT(words_of("article R.*421-1-2 du code"),
              ElementsAre("article", "R421-1-2", "du", "code"));
  EXPECT_THAT(words_of("LO 141-1, LO141-1, D. 12-3"), ElementsAre("LO141-1", "LO141-1", "D12-3"));
}

TEST(TokenizerNumbers, ReadsNoArticleWhereThereIsNone) {
  EXPECT_THAT(words_of("de 10 a 12-15 ans"), ElementsAre("de", "10", "a", "12", "15", "ans"));
  EXPECT_THAT(words_of("l’311-1"), ElementsAre("311", "1"));
  EXPECT_THAT(words_of("article L. 311"), ElementsAre("article", "L", "311"));
  EXPECT_THAT(words_of("H1N1, A380-800"), ElementsAre("H1N1", "A380-800"));
}

TEST(TokenizerNumbers, ReadsTheNumberOfALawAsOneWordAndTwoYearsAsTwo) {
  EXPECT_THAT(words_of("loi n° 2013-504"), ElementsAre("loi", "n", "2013-504"));
  EXPECT_THAT(words_of("2012-2013, 2012-13, 2013-05-04"),
              ElementsAre("2012", "2013", "2012", "13", "2013", "05", "04"));
}

TEST(TokenizerNumbers, JoinsANumberWithItsUnit) {
  EXPECT_THAT(words_of("20 km"), ElementsAre("20", "km", "+20km"));
  EXPECT_THAT(words_of("20km"), ElementsAre("20km"));
  EXPECT_THAT(words_of("10 000 ha"), ElementsAre("10000", "ha", "+10000ha"));
  EXPECT_THAT(words_of("3,5 km2"), ElementsAre("3,5", "km2", "+3,5km2"));
  EXPECT_THAT(words_of("20 kilos"), ElementsAre("20", "kilos"));
  EXPECT_THAT(words_of("en 2012 l’État"), ElementsAre("en", "2012", "État"));
}

TEST(TokenizerNumbers, JoinsHours) {
  EXPECT_THAT(words_of("12 h 30"), ElementsAre("12", "h", "30", "+12h30"));
  EXPECT_THAT(words_of("à 9 h précises"), ElementsAre("à", "9", "h", "+9h", "précises"));
  EXPECT_THAT(words_of("3,5 h"), ElementsAre("3,5", "h"));
}

TEST(TokenizerNumbers, JoinsAmounts) {
  EXPECT_THAT(words_of("1,2 M€"), ElementsAre("1,2", "M", "+1,2M"));
  EXPECT_THAT(words_of("1,2M€"), ElementsAre("1,2M"));
  EXPECT_THAT(words_of("15 Md€"), ElementsAre("15", "Md", "+15Md"));
  EXPECT_THAT(words_of("le 3 k"), ElementsAre("le", "3", "k"));
}

TEST(TokenizerNumbers, JoinsBisAndCapitalsWithNumbers) {
  EXPECT_THAT(words_of("article 39 bis"), ElementsAre("article", "39", "bis", "+39bis"));
  EXPECT_THAT(words_of("le G 20 et l’A 86"),
              ElementsAre("le", "G", "20", "+G20", "et", "A", "86", "+A86"));
  EXPECT_THAT(words_of("4 G, R & D"), ElementsAre("4", "G", "+4G", "R&D"));
}

TEST(TokenizerNumbers, ReadsADecimalPointAsAComma) {
  EXPECT_THAT(words_of("3.5 et 3,5"), ElementsAre("3,5", "et", "3,5"));
  EXPECT_THAT(words_of("1.234 et 12.5.2012"), ElementsAre("1234", "et", "12", "5", "2012"));
}

TEST(TokenizerNumbers, ReadsStBeforeANameAsSaint) {
  EXPECT_THAT(words_of("St-Denis"), ElementsAre("saint", "Denis", "+saintDenis"));
  EXPECT_THAT(words_of("st-denis, St Denis, Ste. Marie"),
              ElementsAre("saint", "denis", "+saintdenis", "saint", "Denis", "sainte", "Marie"));
  EXPECT_THAT(words_of("puces ST agrandit, le st de"),
              ElementsAre("puces", "ST", "agrandit", "le", "st", "de"));
}

// A word alone is read as it is inside a text.
TEST(TokenizerNumbers, WordsAreTheirOwnAnalysis) {
  Analyzer texts;
  Analyzer words;
  for (const Token& token :
       texts.analyze("L. 311-1 et 2013-504, 1,2 M€, 12 h 30, 39 bis, G 20, 3.5, 3,5 km2, "
                     "R & D, 15 Md€, St-Denis, R.*421-1-2")) {
    const auto again = words.analyze(token.folded);
    ASSERT_EQ(again.size(), 1U) << token.folded;
    EXPECT_EQ(again[0].folded, token.folded);
  }
}

}  // namespace
}  // namespace pressoir::text
