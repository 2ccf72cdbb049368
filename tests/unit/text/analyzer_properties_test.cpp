// What holds for any text, tried on random ones.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::text {
namespace {

constexpr unsigned kSeed = 20121205;

// Pieces that the rules of the tokenizer react to, and characters of all planes.
std::string random_text(std::mt19937& random) {
  static constexpr std::array<std::string_view, 50> kPieces = {
      "l",      "d",   "qu",     "aujourd",  "hui",       "prud", "économie", "œuvre",  "Æ",
      "10",     "000", "1",      "05",       "C",         "N",    "R",        "&",      ".",
      "-",      "'",   "’",      " ",        " ",         " ",    "\u00A0",   "\u202F", "\u2009",
      "\n",     ",",   "\u00AD", "\u0301",   "é",         "ŉ",    "½",        "⑴",      "ﬃ",
      "\uFF9E", "İ",   "\xE9",   "\xE2\x80", "@",         "www",  "fr",       ",",      "3",
      "º",      "n°",  "er",     "XIXᵉ",     "\U0001F101"};
  std::string text;
  const auto pieces = random() % 60;
  for (unsigned i = 0; i < pieces; ++i) {
    if (random() % 8 == 0) {
      append_utf8(static_cast<char32_t>(random() % (random() % 2 == 0 ? 0x3000 : 0x20000)), text);
    } else {
      text += kPieces[random() % kPieces.size()];
    }
  }
  return text;
}

template <typename Property>
void for_random_texts(Property property) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 4'000; ++i) {
    const std::string text = random_text(random);
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", text " << i << ": " << text);
    property(text);
    if (testing::Test::HasFatalFailure()) return;
  }
}

bool is_character_limit(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

TEST(AnalyzerProperties, OffsetsAreOrderedAndOnCharacterLimits) {
  Analyzer analyzer;
  for_random_texts([&](const std::string& text) {
    if (!base::is_valid_utf8(text)) return;
    std::uint32_t end = 0;
    for (const Token& token : analyzer.analyze(text)) {
      ASSERT_LT(token.begin, token.end);
      ASSERT_LE(token.end, text.size());
      ASSERT_GE(token.end, end);
      ASSERT_TRUE(token.is_compound || token.begin >= end);
      ASSERT_TRUE(is_character_limit(text, token.begin));
      ASSERT_TRUE(is_character_limit(text, token.end));
      end = token.end;
    }
  });
}

TEST(AnalyzerProperties, PositionsCountWords) {
  Analyzer analyzer;
  for_random_texts([&](const std::string& text) {
    std::int64_t last = -1;
    for (const Token& token : analyzer.analyze(text)) {
      if (token.is_compound) {
        ASSERT_LE(token.position, last);
      } else {
        ASSERT_GT(token.position, last);
        last = token.position;
      }
    }
  });
}

TEST(AnalyzerProperties, TermsAreShortValidAndNotEmpty) {
  Analyzer analyzer{Depth::kStems};
  for_random_texts([&](const std::string& text) {
    for (const Token& token : analyzer.analyze(text)) {
      for (const std::string_view form : {token.exact, token.folded, token.stem}) {
        ASSERT_FALSE(form.empty());
        ASSERT_LE(form.size(), kMaxTermBytes);
        ASSERT_TRUE(base::is_valid_utf8(form));
      }
      ASSERT_FALSE(token.lemmas.empty());
      ASSERT_TRUE(base::is_valid_utf8(token.lemmas)) << token.exact;
    }
  });
}

TEST(AnalyzerProperties, AnalysisOfAnalysisIsTheSame) {
  Analyzer analyzer;
  for_random_texts([&](const std::string& text) {
    std::vector<std::string> words;
    for (const Token& token : analyzer.analyze(text)) words.emplace_back(token.folded);
    for (const std::string& word : words) {
      const auto again = analyzer.analyze(word);
      ASSERT_EQ(again.size(), 1u) << word;
      ASSERT_EQ(again[0].folded, word);
    }
  });
}

// Accents are restored to queries by analysing the words of the vocabulary.
TEST(AnalyzerProperties, WordsAsWrittenHaveTheSameFormsAlone) {
  Analyzer analyzer;
  for_random_texts([&](const std::string& text) {
    std::vector<std::array<std::string, 3>> words;
    for (const Token& token : analyzer.analyze(text)) {
      words.push_back(
          {std::string(token.exact), std::string(token.folded), std::string(token.lemmas)});
    }
    for (const auto& [exact, folded, lemmas] : words) {
      const auto again = analyzer.analyze(exact);
      ASSERT_EQ(again.size(), 1u) << exact;
      ASSERT_EQ(again[0].exact, exact);
      ASSERT_EQ(again[0].folded, folded);
      ASSERT_EQ(again[0].lemmas, lemmas);
    }
  });
}

TEST(AnalyzerProperties, TextBehindABlankLineChangesNothingBefore) {
  Analyzer analyzer;
  for_random_texts([&](const std::string& text) {
    std::vector<std::string> alone;
    for (const Token& token : analyzer.analyze(text)) alone.emplace_back(token.folded);
    const auto tokens = analyzer.analyze(text + "\n\nsuite");
    ASSERT_EQ(tokens.size(), alone.size() + 1);
    for (std::size_t i = 0; i < alone.size(); ++i) ASSERT_EQ(tokens[i].folded, alone[i]);
    ASSERT_EQ(tokens.back().folded, "suite");
  });
}

}  // namespace
}  // namespace pressoir::text
