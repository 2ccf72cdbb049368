#include "indexer/index/word_stream.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index/compression.hpp"
#include "indexer/index/schema.hpp"

namespace pressoir::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Position, exact form.
using Token = std::pair<std::uint32_t, std::string>;

std::string encode(const std::vector<Token>& tokens) {
  WordStreamWriter writer;
  for (const auto& [position, exact] : tokens) writer.add(position, exact);
  return writer.take();
}

// Nothing when the stream is damaged.
std::optional<std::vector<Token>> decode(std::string_view stream) {
  const auto reader = WordStreamReader::open(stream);
  if (!reader) return std::nullopt;
  std::vector<std::string> words;
  const bool words_are_sound =
      reader->for_each_word([&](std::uint32_t rank, std::string_view exact) {
        EXPECT_EQ(rank, words.size());
        words.emplace_back(exact);
      });
  std::vector<Token> tokens;
  const bool tokens_are_sound =
      reader->for_each_token([&](std::uint32_t position, std::uint32_t rank) {
        EXPECT_LT(rank, reader->distinct());
        if (rank < words.size()) tokens.emplace_back(position, words[rank]);
      });
  if (!words_are_sound || !tokens_are_sound) return std::nullopt;
  return tokens;
}

// Numbers of 32 bits, which std::mt19937 gives as longer ones.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

std::string random_word(Random& random, std::uint32_t words) {
  std::string word = std::to_string(random() % words);
  word.resize(std::min<std::size_t>(word.size() + random() % 70, text::kMaxTermBytes), 'e');
  return word;
}

std::vector<Token> random_tokens(Random& random, std::uint32_t count, std::uint32_t words) {
  std::vector<Token> tokens;
  std::uint32_t last = random() % 3 == 0 ? kTextPosition : 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t position = last + 1;
    if (random() % 20 == 0) position += random() % (2 * kTextPosition);
    if (random() % 10 == 0 && last > 0) position = last - random() % std::min(last, 6u);
    last = std::max(last, position);
    tokens.emplace_back(position, random_word(random, words));
  }
  return tokens;
}

TEST(WordStream, GivesBackWordsAtTheirPositions) {
  const std::vector<Token> tokens = {{1, "les"},
                                     {2, "pôles"},
                                     {kTextPosition + 1, "porte"},
                                     {kTextPosition + 2, "parole"},
                                     {kTextPosition + 1, "porteparole"},
                                     {kTextPosition + 3, "yeux"}};
  EXPECT_EQ(decode(encode(tokens)), tokens);
}

TEST(WordStream, IsEmptyWithoutWords) {
  EXPECT_EQ(encode({}), "");
  EXPECT_THAT(decode("").value(), IsEmpty());
}

TEST(WordStream, GivesTheMostFrequentWordsTheShortRanks) {
  std::vector<Token> tokens;
  for (std::uint32_t i = 1; i <= 1000; ++i) {
    const std::string word = i % 2 == 0 ? "industrie" : "mot" + std::to_string(i);
    tokens.emplace_back(i, word);
  }
  const auto stream = encode(tokens);
  std::uint32_t rank_of_most_frequent = 1000;
  WordStreamReader::open(stream)->for_each_word([&](std::uint32_t rank, std::string_view exact) {
    if (exact == "industrie") rank_of_most_frequent = rank;
  });
  EXPECT_LT(rank_of_most_frequent, 127u);
}

TEST(WordStream, StartsAfreshWhenTaken) {
  WordStreamWriter writer;
  writer.add(1, "pôle");
  writer.take();
  writer.add(3, "usine");
  EXPECT_THAT(decode(writer.take()).value(), ElementsAre(Token(3, "usine")));
}

TEST(WordStream, GivesBackWhateverItIsGiven) {
  Random random(20121205);
  for (const std::uint32_t words : {1u, 3u, 127u, 128u, 129u, 500u, 40'000u}) {
    for (int round = 0; round < 10; ++round) {
      const auto tokens = random_tokens(random, words > 10'000 ? 60'000 : 800, words);
      ASSERT_EQ(decode(encode(tokens)), tokens) << words << " words, round " << round;
      if (words > 10'000) break;
    }
  }
}

TEST(WordStream, IsReadSafelyWhenDamaged) {
  Random random(20121206);
  const std::string sound = encode(random_tokens(random, 300, 150));
  for (int round = 0; round < 20'000; ++round) {
    std::string damaged = sound;
    for (std::uint32_t i = 0; i < 1 + round % 4u; ++i) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    damaged.resize(random() % 3 == 0 ? random() % damaged.size() : damaged.size());
    decode(std::string(damaged));  // a block of its own, so that AddressSanitizer sees its end
  }
}

TEST(WordStream, IsReadSafelyWhenItIsNoise) {
  Random random(20121207);
  for (int round = 0; round < 20'000; ++round) {
    std::string noise(random() % 60, '\0');
    for (char& byte : noise) byte = static_cast<char>(random() % (round % 2 == 0 ? 256 : 8));
    decode(noise);
  }
}

TEST(WordStream, RefusesMoreWordsThanItsBytesCanHold) {
  const std::string words = compress("  ");
  const std::string length(1, static_cast<char>(words.size()));

  EXPECT_TRUE(WordStreamReader::open("\x01" + length + words));
  EXPECT_FALSE(WordStreamReader::open("\x02" + length + words));
  EXPECT_FALSE(WordStreamReader::open("\xff\xff\xff\xff\x0f" + length + words));
}

TEST(WordStream, RefusesWordsThatCannotBeUnpacked) {
  EXPECT_FALSE(WordStreamReader::open("\x01\x02  "));
}

}  // namespace
}  // namespace pressoir::index
