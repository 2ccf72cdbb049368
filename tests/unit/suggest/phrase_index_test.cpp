#include "server/suggest/phrase_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::suggest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Errors = PhraseIndex::Errors;

// 0: `pacte pour la competitivite`, 1: `poles de competitivite`, 2: `pacte de croissance`.
class PhraseIndexTest : public testing::Test {
 protected:
  PhraseIndexTest() : index_(3) {
    index_.append("competitivite", {0, 1});
    index_.append("croissance", {2});
    index_.append("de", {1, 2});
    index_.append("la", {0});
    index_.append("pacte", {0, 2});
    index_.append("poles", {1});
    index_.append("pour", {0});
  }

  std::vector<std::uint32_t> find(const std::vector<std::string>& words,
                                  Errors errors = Errors::kNone) const {
    return PhraseIndex::best(index_.find(typed(words), errors), 10);
  }

  static std::vector<TypedWord> typed(const std::vector<std::string>& words) {
    std::vector<TypedWord> typed;
    for (const std::string& word : words) typed.push_back({word, &word == &words.back()});
    return typed;
  }

  PhraseIndex index_;
};

TEST_F(PhraseIndexTest, FindsPhrasesThatHoldAllWordsInAnyOrder) {
  EXPECT_THAT(find({"pacte"}), ElementsAre(0, 2));
  EXPECT_THAT(find({"competitivite", "pacte"}), ElementsAre(0));
  EXPECT_THAT(find({"poles", "croissance"}), IsEmpty());
  EXPECT_THAT(find({"inconnu"}), IsEmpty());
  EXPECT_THAT(find({}), IsEmpty());
}

TEST_F(PhraseIndexTest, CompletesWords) {
  EXPECT_THAT(find({"p"}), ElementsAre(0, 1, 2));
  EXPECT_THAT(find({"pac", "comp"}), ElementsAre(0));
  EXPECT_THAT(find({"l", "pacte"}), IsEmpty()) << "a short word before the last is whole";
}

TEST_F(PhraseIndexTest, AllowsAnErrorInEachLongWordWhenAskedTo) {
  EXPECT_THAT(find({"patce", "conpet"}), IsEmpty());
  EXPECT_THAT(find({"patce", "conpet"}, Errors::kOneInAWord), ElementsAre(0));
  EXPECT_THAT(find({"xe"}, Errors::kOneInAWord), IsEmpty()) << "too short for an error";
}

TEST_F(PhraseIndexTest, TellsWhatTheWordsStandFor) {
  const auto matches = index_.find(typed({"pacte", "c"}), Errors::kNone);

  EXPECT_TRUE(index_.stands_for(matches, 1, "croissance"));
  EXPECT_FALSE(index_.stands_for(matches, 0, "croissance"));
  EXPECT_FALSE(index_.stands_for(matches, 1, "citron"));
  EXPECT_THAT(index_.last_words(matches, 5), ElementsAre("competitivite", "croissance"));
  EXPECT_THAT(index_.last_words(matches, 1), ElementsAre("competitivite"));
}

TEST_F(PhraseIndexTest, GivesTheBestOnly) {
  EXPECT_THAT(PhraseIndex::best(index_.find(typed({"p"}), Errors::kNone), 2), ElementsAre(0, 1));
}

bool is_in(std::string_view typed, std::string_view name) {
  return TypedName(typed).is_in(name);
}

TEST(TypedName, IsInNamesWhateverAccentsCapitalsAndOrder) {
  EXPECT_TRUE(is_in("FIORASO genevieve", "Geneviève Fioraso"));
  EXPECT_TRUE(is_in("coeur", "Économie/Cœur de ville"));
  EXPECT_FALSE(is_in("geneviève pellerin", "Geneviève Fioraso"));
}

TEST(TypedName, MayBeUnfinished) {
  EXPECT_TRUE(is_in("m", "Arnaud Montebourg"));
  EXPECT_TRUE(is_in("mont arn", "Arnaud Montebourg"));
  EXPECT_FALSE(is_in("ebourg", "Arnaud Montebourg"));
}

TEST(TypedName, HasShortWordsWholeUnlessTheLast) {
  EXPECT_TRUE(is_in("jo le", "Jo Leblanc"));
  EXPECT_FALSE(is_in("le jo", "Jo Leblanc"));
}

TEST(TypedName, ReadsElisionsAndCompounds) {
  EXPECT_TRUE(is_in("l’industrie", "ministre de l'Industrie"));
  EXPECT_TRUE(is_in("vallaud-belk", "Najat Vallaud-Belkacem"));
  EXPECT_TRUE(is_in("belkacem", "Najat Vallaud-Belkacem"));
}

TEST(TypedName, WithoutWordsIsInEveryName) {
  EXPECT_TRUE(is_in("", "Arnaud Montebourg"));
  EXPECT_TRUE(is_in(" « » ", ""));
}

}  // namespace
}  // namespace pressoir::suggest
