#include "indexer/extract/people/tokenized_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>

#include "indexer/extract/people/word_ids.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::extract::people {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAreArray;

std::vector<std::string> tokens_of(std::string_view text) {
  const WordIds words;
  const TokenizedText tokens(words, text);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    found.emplace_back(
        text.substr(tokens.token(at).begin, tokens.token(at).end - tokens.token(at).begin));
  }
  return found;
}

TEST(TokenizedText, CutsAtWhatIsNeitherLetterNorDigit) {
  EXPECT_THAT(tokens_of("L’économie, l'État : 2 M€ (n° 3)."),
              ElementsAre("L", "économie", "l", "État", "2", "M", "n", "3"));
  EXPECT_THAT(tokens_of("Le\u00a0Maire\u202fŒuvre-t-il"),
              ElementsAre("Le", "Maire", "Œuvre", "t", "il"));
}

TEST(TokenizedText, KnowsWordsInAnyCaseWithOrWithoutAccents) {
  WordIds words;
  const WordId etat = words.add("etat");
  for (const std::string_view text : {"etat", "ETAT", "État", "ÉTAT", "e\u0301tat"}) {
    EXPECT_EQ(TokenizedText(words, text).id(0), etat) << text;
  }
  EXPECT_EQ(TokenizedText(words, "étatique").id(0), kUnknownWord);
  EXPECT_EQ(TokenizedText(words, "etat").id(1), kUnknownWord);
}

TEST(TokenizedText, TellsWhatStandsBetweenTokens) {
  const WordIds words;
  const TokenizedText tokens(words, "a b’c-d, e . f\ng");
  EXPECT_EQ(tokens.gap_after(0), Gap::kSpace);
  EXPECT_EQ(tokens.gap_after(1), Gap::kApostrophe);
  EXPECT_EQ(tokens.gap_after(2), Gap::kHyphen);
  EXPECT_EQ(tokens.gap_after(3), Gap::kComma);
  EXPECT_EQ(tokens.gap_after(4), Gap::kStop);
  EXPECT_EQ(tokens.gap_after(5), Gap::kLine);
  EXPECT_EQ(tokens.gap_after(6), Gap::kLine);
  EXPECT_TRUE(tokens.is_joined(2));
  EXPECT_FALSE(tokens.is_joined(3));
  EXPECT_TRUE(tokens.starts_line(6));
  EXPECT_FALSE(tokens.starts_line(5));
}

TEST(TokenizedText, KnowsCapitals) {
  const WordIds words;
  const TokenizedText tokens(words, "Élisa ÉLISA éLISA Œ A");
  EXPECT_TRUE(tokens.is_capitalized(0));
  EXPECT_FALSE(tokens.is_all_capitals(0));
  EXPECT_TRUE(tokens.is_all_capitals(1));
  EXPECT_FALSE(tokens.is_capitalized(2));
  EXPECT_FALSE(tokens.is_all_capitals(2));
  EXPECT_TRUE(tokens.is_capitalized(3));
  EXPECT_FALSE(tokens.is_all_capitals(4));  // an initial
  EXPECT_FALSE(tokens.is_capitalized(5));
}

// The oracle folds each token by itself, without the cache and the fast path for ASCII.
TEST(TokenizedText, GivesEachTokenTheNumberOfItsFoldedForm) {
  WordIds words;
  for (const std::string_view word : {"economie", "etat", "francois", "2012", "oeuvre"}) {
    words.add(word);
  }
  static const std::vector<std::string> kParts = {
      "Économie", "ECONOMIE", "état", "ÉTAT ", " ", "’", "-", "François", "œuvre", "2012",
      "le ",      "MINISTRE", ", ",   "\n",    "…", "x", "€", "é",        "très "};
  std::mt19937 random(16);
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (int part = 0; part < 12; ++part) text += kParts[random() % kParts.size()];
    const TokenizedText tokens(words, text);
    std::uint32_t end = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const TextToken& token = tokens.token(at);
      ASSERT_LE(end, token.begin) << text;
      ASSERT_LT(token.begin, token.end) << text;
      end = token.end;
      const std::string word = text.substr(token.begin, token.end - token.begin);
      ASSERT_EQ(token.id, words.find(text::fold(word))) << text;
    }
  }
}

TEST(WordIds, BeginWithTheGrammarWords) {
  const WordIds words;
  EXPECT_EQ(words.find("le"), kLe);
  EXPECT_EQ(words.find("ministre"), kMinistre);
  EXPECT_EQ(words.find("tpe"), kLastGrammarWord);
  EXPECT_EQ(words.find("absent"), kUnknownWord);
}

TEST(WordIds, KeepAWordThatIsAddedAsAnotherSpelling) {
  WordIds words;
  const WordId finance = words.add("finance");
  const WordId finances = words.add("finances");
  words.add_spelling("finances", finance);
  words.add_spelling("financa", finance);
  EXPECT_EQ(words.find("finances"), finances);
  EXPECT_EQ(words.find("financa"), finance);
  EXPECT_EQ(words.add("budget"), finances + 1);
}

TEST(WordTrie, FindsWhatAMapFinds) {
  std::mt19937 random(18);
  WordTrie trie;
  std::map<std::vector<WordId>, std::set<std::uint32_t>> map;
  const auto sequence = [&random] {
    std::vector<WordId> words(1 + random() % 3);
    for (WordId& word : words) word = static_cast<WordId>(1 + random() % 6);
    return words;
  };
  for (std::uint32_t i = 0; i < 300; ++i) {
    const std::vector<WordId> words = sequence();
    trie.add(words, i % 40);
    map[words].insert(i % 40);
  }
  for (int i = 0; i < 1000; ++i) {
    const std::vector<WordId> words = sequence();
    WordTrie::Node node = WordTrie::kRoot;
    for (const WordId word : words) {
      node = trie.step(node, word);
      if (node == WordTrie::kRoot) break;
    }
    const auto found = map.find(words);
    std::set<std::uint32_t> below;
    for (const auto& [longer, values] : map) {
      if (longer.size() >= words.size() && std::equal(words.begin(), words.end(), longer.begin())) {
        below.insert(values.begin(), values.end());
      }
    }
    const auto expected = found == map.end() ? std::set<std::uint32_t>() : found->second;
    ASSERT_EQ(node == WordTrie::kRoot, below.empty());
    if (node == WordTrie::kRoot) continue;
    ASSERT_THAT(trie.values(node), UnorderedElementsAreArray(expected));
    ASSERT_THAT(trie.values_below(node), UnorderedElementsAreArray(below));
  }
}

}  // namespace
}  // namespace pressoir::extract::people
