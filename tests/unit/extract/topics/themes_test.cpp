#include "indexer/extract/topics/topics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::extract::topics {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ThemeFinding find(const facts::PageFacts& facts) {
  static const gazetteer::ThemeTable table = gazetteer::ThemeTable::load().value();
  return find_themes(facts, table);
}

TEST(Themes, AreThePathOfTheBreadcrumb) {
  facts::PageFacts facts;
  facts.breadcrumb = {"Industrie", "Compétitivité"};

  EXPECT_THAT(find(facts).paths, ElementsAre("Industrie/Compétitivité"));
  EXPECT_THAT(find(facts).labels, ElementsAre("Industrie/Compétitivité"));
}

TEST(Themes, KeepTheLabelOfThePageBesideThePath) {
  facts::PageFacts facts;
  facts.themes = {"Pôles de compétitivité"};

  EXPECT_THAT(find(facts).paths, ElementsAre("Industrie/Compétitivité"));
  EXPECT_THAT(find(facts).labels, ElementsAre("Pôles de compétitivité"));
}

TEST(Themes, AreNoneForALabelThatNobodyKnows) {
  facts::PageFacts facts;
  facts.themes = {"Ma rubrique à moi"};

  EXPECT_THAT(find(facts).paths, IsEmpty());
  EXPECT_THAT(find(facts).labels, ElementsAre("Ma rubrique à moi"));
}

TEST(Themes, LeaveOutTheStructureOfTheSite) {
  facts::PageFacts facts;
  facts.breadcrumb = {"Presse", "Communiqués de presse", "2012"};
  EXPECT_THAT(find(facts).labels, IsEmpty());

  facts.breadcrumb = {"Actualités", "Santé", "Hôpital"};
  EXPECT_THAT(find(facts).labels, ElementsAre("Santé/Hôpital"));
}

TEST(Themes, HaveLabelsOfThreeLevelsAtMost) {
  facts::PageFacts facts;
  facts.breadcrumb = {"Travail", "Droit du travail", "Contrats", "Rupture"};

  EXPECT_THAT(find(facts).labels, ElementsAre("Travail/Droit du travail/Contrats"));
  EXPECT_THAT(find(facts).paths, ElementsAre("Travail et emploi/Droit du travail"));
}

TEST(Themes, JoinWhatThePageNames) {
  facts::PageFacts facts;
  facts.breadcrumb = {"Économie", "Consommation"};
  facts.metas = {{"dc.subject", "Économie/Consommation"}, {"dc.subject", "Économie / Entreprises"}};
  facts.themes = {"Emploi", "Consommation"};

  EXPECT_THAT(find(facts).labels,
              ElementsAre("Économie/Consommation", "Emploi", "Économie/Entreprises"));
  EXPECT_THAT(find(facts).paths,
              ElementsAre("Économie et finances/Consommation et pouvoir d’achat",
                          "Travail et emploi", "Économie et finances/Entreprises"));
}

TEST(Themes, FallBackToTheRubric) {
  facts::PageFacts facts;
  facts.sections = {"Compétitivité - Soutien aux PME"};

  EXPECT_THAT(find(facts).labels, ElementsAre("Compétitivité - Soutien aux PME"));
  EXPECT_THAT(find(facts).paths, ElementsAre("Industrie/Compétitivité"));
}

TEST(Themes, FallBackToKnownKeywords) {
  facts::PageFacts facts;
  facts.metas = {{"keywords", "hôpital, ministre, annonce"}};

  EXPECT_THAT(find(facts).labels, ElementsAre("hôpital"));
  EXPECT_THAT(find(facts).paths, ElementsAre("Santé/Hôpital"));
}

TEST(Themes, AreNotReadFromKeywordsOfAWholeSite) {
  facts::PageFacts facts;
  facts.metas = {{"keywords",
                  "santé, emploi, travail, industrie, culture, sport, justice, police, école, "
                  "logement, transports, budget, climat"}};

  EXPECT_THAT(find(facts).paths, IsEmpty());
}

}  // namespace
}  // namespace pressoir::extract::topics
