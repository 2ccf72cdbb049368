// Which words are of one family, and which are not although they begin alike.
#include "indexer/text/families.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/fold.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::text {
namespace {

std::string lemmas(std::string_view exact) {
  return lemmas_of(exact, fold(exact));
}

bool is_family(std::string_view one, std::string_view other) {
  return share_a_lemma(family_of(lemmas(one)), lemmas(other));
}

struct WordPair {
  const char* one;
  const char* other;
};

TEST(Families, HoldWhatIsDerived) {
  for (const auto& [one, other] : std::vector<WordPair>{{"réforme", "réformatrice"},
                                                        {"réformes", "réformateurs"},
                                                        {"industrie", "industriels"},
                                                        {"nation", "nationaliser"},
                                                        {"travail", "travailleuses"},
                                                        {"emploi", "employeur"},
                                                        {"agriculture", "agricultrice"},
                                                        {"fréquence", "fréquent"},
                                                        {"économie", "économistes"},
                                                        {"finances", "financière"},
                                                        {"démission", "démissionner"}}) {
    EXPECT_TRUE(is_family(one, other)) << one << ", " << other;
    EXPECT_TRUE(is_family(other, one)) << other << ", " << one;
  }
}

TEST(Families, PartWordsThatOnlyBeginAlike) {
  for (const auto& [one, other] : std::vector<WordPair>{{"loi", "loin"},
                                                        {"taxi", "taxe"},
                                                        {"police", "politique"},
                                                        {"conseil", "consigne"},
                                                        {"port", "portrait"}}) {
    EXPECT_FALSE(is_family(one, other)) << one << ": " << family_of(lemmas(one));
  }
}

// Inflections are found anyway; a family adds to them.
TEST(Families, DoNotRepeatTheWordItself) {
  EXPECT_FALSE(is_family("réforme", "réformes"));
  EXPECT_FALSE(is_family("chevaux", "cheval"));
}

TEST(Families, AreNoneOfStopWordsNumbersNamesAndUnknownWords) {
  for (const char* word : {"dans", "pour", "2013", "montebourg", "xyloquartz", "deuxième"})
    EXPECT_EQ(family_of(lemmas(word)), "") << word;
}

}  // namespace
}  // namespace pressoir::text
