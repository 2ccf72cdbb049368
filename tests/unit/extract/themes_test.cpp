#include "indexer/extract/themes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Themes, AreThePathOfTheBreadcrumb) {
  PageFacts facts;
  facts.breadcrumb = {"Industrie", "Compétitivité"};

  EXPECT_THAT(find_themes(facts), ElementsAre("Industrie/Compétitivité"));
}

TEST(Themes, LeaveOutTheStructureOfTheSite) {
  PageFacts facts;
  facts.breadcrumb = {"Presse", "Communiqués de presse", "2012"};
  EXPECT_THAT(find_themes(facts), IsEmpty());

  facts.breadcrumb = {"Actualités", "Santé", "Hôpital"};
  EXPECT_THAT(find_themes(facts), ElementsAre("Santé/Hôpital"));
}

TEST(Themes, HaveThreeLevelsAtMost) {
  PageFacts facts;
  facts.breadcrumb = {"Travail", "Droit du travail", "Contrats", "Rupture"};

  EXPECT_THAT(find_themes(facts), ElementsAre("Travail/Droit du travail/Contrats"));
}

TEST(Themes, JoinWhatThePageNames) {
  PageFacts facts;
  facts.breadcrumb = {"Économie", "Consommation"};
  facts.metas = {{"dc.subject", "Économie/Consommation"}, {"dc.subject", "Économie / Entreprises"}};
  facts.themes = {"Emploi", "Consommation"};

  EXPECT_THAT(find_themes(facts),
              ElementsAre("Économie/Consommation", "Emploi", "Économie/Entreprises"));
}

TEST(Themes, FallBackToTheRubric) {
  PageFacts facts;
  facts.sections = {"Compétitivité - Soutien aux PME"};

  EXPECT_THAT(find_themes(facts), ElementsAre("Compétitivité - Soutien aux PME"));
}

}  // namespace
}  // namespace pressoir::extract
