#include "server/pages/pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using testing::HasSubstr;

TEST(Pages, NameTheProblemAndOfferTheSearchBox) {
  const auto pages = Pages::load("").value();

  const std::string html = pages->problem_page(
      {404, "Page introuvable", "Aucune page n’a l’adresse <x>."}, invented_archive());

  EXPECT_EQ(fault_of(html), "");
  EXPECT_THAT(html, HasSubstr("<title>Page introuvable – Pressoir</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>Page introuvable</h1>"));
  EXPECT_THAT(html, HasSubstr("Erreur 404"));
  EXPECT_THAT(html, HasSubstr("l’adresse &lt;x&gt;."));
  EXPECT_THAT(html, HasSubstr("name=\"q\""));
}

TEST(Pages, OfListsAndHelpAreWellFormed) {
  const auto pages = Pages::load("").value();
  const auto archive = invented_archive();

  for (const Grouping grouping : {Grouping::kNone, Grouping::kLetter, Grouping::kGovernment}) {
    EXPECT_EQ(
        fault_of(pages->values_page({invented_request(), base::Facet::kMinister, "é", grouping},
                                    invented_results(), archive)),
        "");
  }
  for (const base::Facet facet :
       {base::Facet::kMinister, base::Facet::kGovernment, base::Facet::kTheme}) {
    EXPECT_EQ(fault_of(pages->directory_page(facet, invented_results(), archive)), "");
  }
  EXPECT_EQ(fault_of(pages->help_page(archive)), "");
}

TEST(Pages, DescribeTheInterfaceForPrograms) {
  const auto pages = Pages::load("").value();
  const ApiView view{{{"Recherche",
                       {{"/api/v1/search",
                         "Cherche : tout.",
                         "application/json",
                         "?q=a&b=<c>",
                         {{"count", "0 à 100", "10", "Nombre de résultats", false},
                          {"minister", "texte", "", "Personne", true}}},
                        {"/healthz", "Répond.", "", "", {}}}}}};

  const std::string html = pages->api_page(view, invented_archive());

  EXPECT_EQ(fault_of(html), "");
  EXPECT_THAT(html, HasSubstr("Cherche\u00A0: tout."));
  EXPECT_THAT(html, HasSubstr("<code>?q=a&amp;b=&lt;c&gt;</code>"));
  EXPECT_EQ(count_of("<summary>Paramètres</summary>", html), 1u) << "none for /healthz";
}

}  // namespace
}  // namespace pressoir::pages
