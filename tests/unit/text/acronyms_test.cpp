#include "indexer/text/acronyms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "indexer/base/utf8.hpp"

namespace pressoir::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// `acronym = expansion` of each definition.
std::vector<std::string> found(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> lines;
  for (const AcronymDefinition& definition : find_acronyms(text, analyzer)) {
    lines.push_back(definition.acronym + " = " + definition.expansion);
  }
  return lines;
}

std::vector<std::string> surfaces(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> lines;
  for (AcronymDefinition& definition : find_acronyms(text, analyzer)) {
    lines.push_back(std::move(definition.surface));
  }
  return lines;
}

TEST(Acronyms, ReadsTheExpansionBeforeTheParenthesis) {
  EXPECT_THAT(found("Le ministre réunit le Conseil national de l’industrie (CNI) à Bercy."),
              ElementsAre("cni = conseil national de industrie"));
}

TEST(Acronyms, ReadsTheExpansionWithinTheParenthesis) {
  EXPECT_THAT(found("La CNIL (Commission nationale de l'informatique et des libertés) contrôle."),
              ElementsAre("cnil = commission nationale de informatique et des libertes"));
  EXPECT_THAT(found("l’ENA (l’École nationale d’administration)"),
              ElementsAre("ena = ecole nationale administration"));
  EXPECT_THAT(found("un CDD (contrat à durée déterminée, renouvelé une fois)"),
              ElementsAre("cdd = contrat a duree determinee"));
}

TEST(Acronyms, KeepsTheExpansionAsWritten) {
  EXPECT_THAT(surfaces("le  Conseil  national de l’industrie (C.N.I.)"),
              ElementsAre("Conseil national de l’industrie"));
}

TEST(Acronyms, ReadsTheWaysOfWritingAnAcronym) {
  const auto conseil = ElementsAre("cni = conseil national de industrie");
  for (const char* written :
       {"CNI", "C.N.I.", "« CNI »", "ci-après CNI", "ci-après dénommé « CNI »", "ou CNI"}) {
    EXPECT_THAT(found("Conseil national de l’industrie (" + std::string(written) + ")"), conseil)
        << written;
  }
  EXPECT_THAT(found("la recherche et développement (R&D)"),
              ElementsAre("r&d = recherche et developpement"));
  EXPECT_THAT(found("l’Institut de veille sanitaire (InVS)"),
              ElementsAre("invs = institut de veille sanitaire"));
}

TEST(Acronyms, LetsStopWordsGiveLettersOrNot) {
  EXPECT_THAT(found("Agence de l’environnement et de la maîtrise de l’énergie (ADEME)"),
              ElementsAre("ademe = agence de environnement et de la maitrise de energie"));
  EXPECT_THAT(found("prélèvement à la source (PAS)"), ElementsAre("pas = prelevement a la source"));
}

TEST(Acronyms, LetsWordsOfLongAcronymsGiveSeveralLetters) {
  EXPECT_THAT(
      found("Mission interministérielle de vigilance et de lutte contre les dérives sectaires "
            "(MIVILUDES)"),
      IsEmpty());  // `contre` gives none and two words give two: too much for chance to be ruled
                   // out
  EXPECT_THAT(found("Office national d’information sur les enseignements (ONISEN)"),
              ElementsAre("onisen = office national information sur les enseignements"));
}

TEST(Acronyms, ReadsCapitalisedAcronymsStrictly) {
  EXPECT_THAT(found("Institut national de la statistique et des études économiques (Insee)"),
              ElementsAre("insee = institut national de la statistique et des etudes economiques"));
  EXPECT_THAT(found("les parlements de la région indienne de Surate (Paris)"), IsEmpty());
}

TEST(Acronyms, TakesTheShortestOfEquallyGoodExpansions) {
  EXPECT_THAT(found("la caisse et les caisses d’allocations familiales (CAF)"),
              ElementsAre("caf = caisses allocations familiales"));
}

TEST(Acronyms, LeavesNamesThatBeginFurtherLeft) {
  EXPECT_THAT(found("le congé de libre choix du mode de garde (CMG)"), IsEmpty());
  EXPECT_THAT(found("la micro-entreprise individuelle (EI)"), IsEmpty());
  EXPECT_THAT(found("en option Prélèvement forfaitaire unique (PFU)"),
              ElementsAre("pfu = prelevement forfaitaire unique"));
}

TEST(Acronyms, StopsAtSentencesLinesAndQuotationMarks) {
  EXPECT_THAT(found("Le conseil. Une nation industrielle (CNI)"), IsEmpty());
  EXPECT_THAT(found("Conseil\nnational de l’industrie (CNI)"), IsEmpty());
  EXPECT_THAT(found("le conseil (national) industriel (CNI)"), IsEmpty());
  EXPECT_THAT(found("conseil « national industriel » (CNI)"), IsEmpty());
}

TEST(Acronyms, LeavesWhatProvesTooLittle) {
  for (const char* text : {
           "le Luxembourg (LU)",                              // one word
           "le conseil national de la grande région (CNI)",   // a letter that nobody gives
           "Conseil supérieur national de l’industrie (CI)",  // two letters, two words passed over
           "le plan (PLAN)",
           "valider les acquis de l’expérience (VAE)",  // a piece of a sentence
           "qualité que votre travailleur handicapé (QVTH)",
           "[centre de] coordination et de contrôle (CC)",  // the second half of a name
           "Mme Durand (Rhône)",
           "le prix (10 000 €)",
           "conseil (",
           "(CNI)",
           ")",
       }) {
    EXPECT_THAT(found(text), IsEmpty()) << text;
  }
}

TEST(Acronyms, GivesEachDefinitionOnce) {
  EXPECT_THAT(found("contrat unique (CU), contrat unique (CU)"),
              ElementsAre("cu = contrat unique"));
}

// What holds for any text.
TEST(Acronyms, DefinitionsOfRandomTextsKeepTheirShape) {
  static constexpr std::array<std::string_view, 24> kPieces = {
      "Conseil", "national", "de",  "l’",   "industrie", "et", "œuvre", "É",
      "(",       ")",        "CNI", "C.N.", "(CN)",      "«",  " ",     " ",
      " ",       " ",        "\n",  ".",    "\xE9",      ", ", "à",     "R&D"};
  constexpr unsigned kSeed = 1354;
  std::mt19937 random(kSeed);
  Analyzer analyzer;
  Analyzer other;
  std::size_t definitions = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto piece = random() % 40; piece > 0; --piece) {
      text += kPieces[random() % kPieces.size()];
    }
    SCOPED_TRACE(text);
    for (const AcronymDefinition& definition : find_acronyms(text, analyzer)) {
      ++definitions;
      ASSERT_GE(definition.acronym.size(), 2u);
      ASSERT_LE(definition.acronym.size(), kMaxAcronymLetters + 1);
      ASSERT_EQ(definition.acronym.front(), definition.expansion.front());
      const auto blanks = std::count(definition.expansion.begin(), definition.expansion.end(), ' ');
      ASSERT_LT(static_cast<std::size_t>(blanks), kMaxExpansionWords);
      ASSERT_EQ(definition.surface.find_first_of("\n()"), std::string::npos);
      std::string folded;
      for (const Token& token : other.analyze(definition.surface)) {
        if (token.is_compound) continue;
        if (!folded.empty()) folded += ' ';
        folded += token.folded;
      }
      ASSERT_EQ(folded, definition.expansion);
    }
  }
  EXPECT_GT(definitions, 100u);
}

}  // namespace
}  // namespace pressoir::text
