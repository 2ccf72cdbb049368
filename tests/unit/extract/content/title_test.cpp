#include "indexer/extract/content/title.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract::content {
namespace {

TEST(Title, IsTheHeadingWithoutItsDate) {
  facts::PageFacts facts;
  facts.heading = "Les pôles de compétitivité - 05/12/2012";
  facts.title_element = "Les pôles de compétitivité | Le portail de l’Économie";

  EXPECT_EQ(choose_title(facts), "Les pôles de compétitivité");
}

TEST(Title, KeepsCapitalsAsWritten) {
  facts::PageFacts facts;
  facts.heading = "LE PACTE CIVIL DE SOLIDARITE";

  EXPECT_EQ(choose_title(facts), "LE PACTE CIVIL DE SOLIDARITE");
}

TEST(Title, FallsBackToMetadataThenToTheTitleElement) {
  facts::PageFacts facts;
  facts.title_element = "Statut de Paris - Sénat";
  EXPECT_EQ(choose_title(facts), "Statut de Paris");

  facts.metas.emplace_back("og:title", "Le statut de Paris | Sénat");
  EXPECT_EQ(choose_title(facts), "Le statut de Paris");
}

TEST(Title, IsNotTheNameOfTheSite) {
  facts::PageFacts facts;
  facts.heading = "Ministère de la Justice";
  facts.title_element = "La loi est promulguée - Ministère de la Justice";

  EXPECT_EQ(choose_title(facts), "La loi est promulguée");
}

TEST(Title, FallsBackToTheFirstHeadingOfTheText) {
  facts::PageFacts facts;
  facts.text = "Un chapeau.\nUn intertitre";
  facts.blocks = {{base::BlockKind::kParagraph, 0, 11}, {base::BlockKind::kHeading, 12, 25}};

  EXPECT_EQ(choose_title(facts), "Un intertitre");
}

TEST(SiteName, IsStrippedFromEitherEnd) {
  EXPECT_EQ(strip_site_name("Budget 2013 | Actualités | Portail du Gouvernement", ""),
            "Budget 2013");
  EXPECT_EQ(strip_site_name("Premier ministre - Emploi : le plan - la suite", ""),
            "Emploi : le plan - la suite");
  EXPECT_EQ(strip_site_name("Assemblée nationale ~ Séance du mardi", ""), "Séance du mardi");
  EXPECT_EQ(strip_site_name("Lancement - La Fabrique", "La Fabrique"), "Lancement");
}

TEST(SiteName, IsNotEveryEndOfATitle) {
  EXPECT_EQ(strip_site_name("Site industriel de Florange - un accord", ""),
            "Site industriel de Florange - un accord");
  EXPECT_EQ(strip_site_name("Lyon-Turin - une ligne nouvelle", ""),
            "Lyon-Turin - une ligne nouvelle");
  EXPECT_EQ(strip_site_name("Sénat", ""), "Sénat");
}

}  // namespace
}  // namespace pressoir::extract::content
