// What each form of query finds, through the whole search.
#include "server/search/match/matcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search::match {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MatcherTest : public SearchFixture {
 protected:
  MatcherTest() {
    put_all({
        make_document("poles", "Les pôles de compétitivité, usines à produits d’avenir",
                      "Arnaud Montebourg, ministre du Redressement productif, réunit aujourd’hui "
                      "les pôles. L’industrie française investit 10\u202F000\u00A0euros en R&D."),
        make_document("emplois", "Les emplois d’avenir",
                      "La loi crée des emplois. Le porte-parole a présenté l’œuvre du "
                      "Gouvernement : 10.000 contrats."),
        make_document("cni", "Le C.N.I. se réunit", "Le Conseil national de l’industrie, ou CNI."),
        make_document("ete", "ECONOMIE",
                      "MINISTERE DE L'ECONOMIE - e\u0301te\u0301 2012. Aide à "
                      "la compé\u00ADtitivité, porteparole."),
        make_document("vide", "", "Produits des usines, à l’avenir."),
    });
  }

  std::vector<std::string> found(const std::string& q,
                                 query::MatchMode match = query::MatchMode::kAuto) {
    query::SearchRequest request;
    request.q = q;
    request.match = match;
    const SearchResults results = search(request);
    EXPECT_EQ(results.total, results.hits.size());
    std::vector<std::string> sorted = pages(results);
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }
};

TEST_F(MatcherTest, FindsEverythingForNothing) {
  EXPECT_EQ(found("").size(), 5u);
  EXPECT_EQ(found(" … ").size(), 5u);
}

TEST_F(MatcherTest, FindsWordsWhateverTheirAccentsAndCase) {
  for (const char* q : {"pôles", "poles", "PÔLES", "Pole", "pôle"}) {
    EXPECT_THAT(found(q), ElementsAre("poles")) << q;
  }
  EXPECT_THAT(found("oeuvre"), ElementsAre("emplois"));
  EXPECT_THAT(found("œuvre"), ElementsAre("emplois"));
  EXPECT_THAT(found("économie"), ElementsAre("ete"));
  EXPECT_THAT(found("ministère"), ElementsAre("ete"));
  EXPECT_THAT(found("été"), ElementsAre("ete"));
  EXPECT_THAT(found("competitivite"), ElementsAre("ete", "poles"));
}

TEST_F(MatcherTest, FindsWordsInOtherForms) {
  EXPECT_THAT(found("usine"), ElementsAre("poles", "vide"));
  EXPECT_THAT(found("ministres"), ElementsAre("poles"));
  EXPECT_THAT(found("réunir"), ElementsAre("cni", "poles"));
}

TEST_F(MatcherTest, FindsElidedWords) {
  EXPECT_THAT(found("industrie"), ElementsAre("cni", "poles"));
  EXPECT_THAT(found("l'industrie française", query::MatchMode::kAll), ElementsAre("poles"));
  EXPECT_THAT(found("aujourd'hui"), ElementsAre("poles"));
  EXPECT_THAT(found("d’aujourd’hui"), ElementsAre("poles"));
}

TEST_F(MatcherTest, FindsNumbersHoweverTheyAreSpaced) {
  for (const char* q : {"10 000", "10\u00A0000", "10\u202F000", "10.000", "10000"}) {
    EXPECT_THAT(found(q), ElementsAre("emplois", "poles")) << q;
  }
  EXPECT_THAT(found("10 000 euros", query::MatchMode::kAll), ElementsAre("poles"));
  EXPECT_THAT(found("000"), IsEmpty());
}

TEST_F(MatcherTest, FindsAcronymsAndCompounds) {
  EXPECT_THAT(found("CNI"), ElementsAre("cni"));
  EXPECT_THAT(found("c.n.i."), ElementsAre("cni"));
  EXPECT_THAT(found("R&D"), ElementsAre("poles"));
  EXPECT_THAT(found("porte-parole"), ElementsAre("emplois", "ete"));
  EXPECT_THAT(found("porteparole"), ElementsAre("emplois", "ete"));
  EXPECT_THAT(found("porte"), ElementsAre("emplois"));
}

TEST_F(MatcherTest, FindsPhrasesAsTheyAreSaid) {
  EXPECT_THAT(found("\"usines à produits d'avenir\""), ElementsAre("poles"));
  EXPECT_THAT(found("« usines à produits d’avenir »"), ElementsAre("poles"));
  EXPECT_THAT(found("\"produits usines\""), IsEmpty());
  EXPECT_THAT(found("\"usine à produits\""), IsEmpty());
  EXPECT_THAT(found("\"usines\""), ElementsAre("poles", "vide"));
  EXPECT_THAT(found("\"usine\""), IsEmpty());
  EXPECT_THAT(found("\"le porte parole\""), ElementsAre("emplois"));
  EXPECT_THAT(found("\"national de l’industrie\""), ElementsAre("cni"));
}

TEST_F(MatcherTest, FindsNoPhraseFromTheTitleIntoTheText) {
  EXPECT_THAT(found("\"d'avenir Arnaud\""), IsEmpty());
}

TEST_F(MatcherTest, FindsPhrasesThatRepeatAWord) {
  put_all({make_document("echo", "", "non non oui non oui oui")});
  EXPECT_THAT(found("\"non non\""), ElementsAre("echo"));
  EXPECT_THAT(found("\"non oui oui\""), ElementsAre("echo"));
  EXPECT_THAT(found("\"non non non\""), IsEmpty());
}

TEST_F(MatcherTest, CombinesWordsByMode) {
  EXPECT_THAT(found("avenir usines emplois", query::MatchMode::kAll), IsEmpty());
  EXPECT_THAT(found("avenir usines emplois", query::MatchMode::kAuto),
              ElementsAre("emplois", "poles", "vide"));
  EXPECT_THAT(found("conseil emplois", query::MatchMode::kAny), ElementsAre("cni", "emplois"));
}

TEST_F(MatcherTest, AsksForFewerWordsWhenTooFewTextsHoldThem) {
  EXPECT_THAT(found("conseil emplois", query::MatchMode::kAuto), ElementsAre("cni", "emplois"));
  EXPECT_THAT(found("usines pôles"), ElementsAre("poles", "vide"));
  EXPECT_EQ(pages(search("usines pôles")).front(), "poles");
  for (int i = 0; i < static_cast<int>(kEnoughWithBoth) - 1; ++i) {
    put_all({make_document("ici" + std::to_string(i), "", "Des usines et des pôles.")});
  }
  EXPECT_EQ(found("usines pôles").size(), kEnoughWithBoth);
}

TEST_F(MatcherTest, LeavesOutExcludedWords) {
  EXPECT_THAT(found("avenir -emplois"), ElementsAre("poles", "vide"));
  EXPECT_THAT(found("avenir -\"usines à produits\""), ElementsAre("emplois", "vide"));
  EXPECT_THAT(found("-avenir"), ElementsAre("cni", "ete"));
  EXPECT_THAT(found("avenir -avenir"), IsEmpty());
  EXPECT_THAT(found("-mot-absent").size(), 5u);
}

TEST_F(MatcherTest, AnswersStopWordsAlone) {
  EXPECT_THAT(found("de la", query::MatchMode::kAll), ElementsAre("ete"));
  EXPECT_THAT(found("\"de l'industrie\""), ElementsAre("cni"));
}

TEST_F(MatcherTest, FindsNeighboursFromBothSidesThoughOneWordMayBeEither) {
  put_all({make_document("lois", "", "Des lois, puis la loi."),
           make_document("seule", "", "Une seule loi de finances.")});
  EXPECT_THAT(found("lois PROCHE/3 loi"), ElementsAre("lois"));
  EXPECT_THAT(found("loi PROCHE/3 lois"), ElementsAre("lois"));
  EXPECT_THAT(found("loi PROCHE/2 lois"), IsEmpty());
  EXPECT_THAT(found("loi PROCHE/1 finances"), IsEmpty());
  EXPECT_THAT(found("finances PROCHE/2 loi"), ElementsAre("seule"));
}

TEST_F(MatcherTest, FindsNeighboursInTitlesOnlyWhereTitlesAreAsked) {
  EXPECT_THAT(found("titre:(pôles PROCHE/2 compétitivité)"), ElementsAre("poles"));
  EXPECT_THAT(found("titre:(emplois PROCHE/20 contrats)"), IsEmpty());
  EXPECT_THAT(found("titre:\"emplois d’avenir\""), ElementsAre("emplois"));
}

TEST_F(MatcherTest, GivesNoPartOfAnAnswerWhenTheTimeIsUp) {
  found("");
  Searcher hasty(archive(), std::chrono::milliseconds(0));
  for (const char* q : {"pôles", "\"de la\" OU \"à l’avenir\"", "loi PROCHE/3 emplois"}) {
    query::SearchRequest request;
    request.q = q;
    const auto results = hasty.search(request);
    ASSERT_FALSE(results) << q;
    EXPECT_EQ(results.error().code, base::Errc::kTimeout) << q;
  }
}

TEST_F(MatcherTest, FindsNothingForUnknownWords) {
  EXPECT_THAT(found("xylophone"), IsEmpty());
  EXPECT_THAT(found(std::string(5000, 'a')), IsEmpty());
}

}  // namespace
}  // namespace pressoir::search::match
