#include "server/suggest/phrase_index.hpp"

#include <gtest/gtest.h>

namespace pressoir::suggest {
namespace {

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
