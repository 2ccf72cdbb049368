#include "indexer/text/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressoir::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names_in(std::string_view text) {
  Analyzer analyzer{Depth::kSpelling};
  const auto tokens = analyzer.analyze(text);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_compound && is_written_as_name(text, tokens, i))
      names.emplace_back(tokens[i].exact);
  }
  return names;
}

TEST(Names, AreProperNounsOfTheLexiconWithACapitalInsideASentence) {
  EXPECT_THAT(names_in("Elle est née dans la Creuse, à Paris."), ElementsAre("creuse", "paris"));
  EXPECT_THAT(names_in("une tombe que l’on creuse"), IsEmpty());
}

TEST(Names, AreOtherWordsWithoutAnArticle) {
  EXPECT_THAT(names_in("hier Mme Borne, M. Barre et Élisabeth Borne"),
              ElementsAre("borne", "barre", "borne"));
  EXPECT_THAT(names_in("devant l’État, la République et le Président"), IsEmpty());
}

TEST(Names, AreNotTheFirstWordsOfSentences) {
  EXPECT_THAT(names_in("Creuse ici. Creuse là ! Creuse : « Creuse »\nCreuse"), IsEmpty());
}

TEST(Names, AreNotOrdinals) {
  EXPECT_THAT(names_in("sous la IVe République"), IsEmpty());
}

TEST(Names, AreNotWordsInCapitalsThroughout) {
  EXPECT_THAT(names_in("la ville de PARIS"), IsEmpty());
}

TEST(Names, NeedNoMarkWhereNoCommonWordIsSpeltSo) {
  EXPECT_THAT(names_in("avec Mme Dati et M. Veil"), IsEmpty());
}

TEST(Names, OfAnArchiveAreWrittenSoInMostDocuments) {
  EXPECT_TRUE(is_name_in_archive("creuse", 10, 6));
  EXPECT_FALSE(is_name_in_archive("creuse", 10, 5));
  EXPECT_TRUE(is_name_in_archive("borne", 10, 8));
  EXPECT_FALSE(is_name_in_archive("borne", 10, 7));
  EXPECT_FALSE(is_name_in_archive("borne", 0, 0));
}

}  // namespace
}  // namespace pressoir::text
