#include "server/pages/portrait_view.hpp"

#include <gtest/gtest.h>

#include "server/pages/pages.hpp"
#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

TEST(PortraitView, SaysWhoHeldWhichOfficeWhen) {
  const auto pages = Pages::load("").value();
  const PortraitRequest request{base::Facet::kMinister, "arnaud-montebourg"};

  const std::string html = pages->portrait_page(
      request, {{portrait_search(request), invented_results(3), {}}, {}}, invented_archive());

  EXPECT_EQ(fault_of(html), "");
  EXPECT_EQ(count_of("<h1>Arnaud Montebourg</h1>", html), 1u);
  EXPECT_EQ(count_of("<a href=\"/gouvernements/ayrault-2\">gouvernement Ayrault II</a>", html), 1u);
  EXPECT_EQ(count_of("href=\"/feed.atom?minister=arnaud-montebourg\"", html), 2u)
      << "for a feed reader and for a person";
}

TEST(PortraitView, LinksTheWordsThatSetItsTextsApart) {
  const PortraitRequest request{base::Facet::kMinister, "arnaud-montebourg"};
  const related::DistinctiveWords words{
      {{"relocalisation", 12, 40.0}, {"filières", 11, 30.0}}, 300, 1'214, true};
  const auto view = view_portrait(
      request, {{portrait_search(request), invented_results(3), {}}, words}, gazetteer());

  ASSERT_EQ(view->words.size(), 2u);
  EXPECT_EQ(view->words[0].href, "/?q=relocalisation&minister=arnaud-montebourg");
  EXPECT_EQ(view->words_note,
            "Au moins deux fois plus fréquents dans ses prises de parole que dans l’ensemble de "
            "l’archive, d’après 300\u00A0textes sur 1\u202F214");
}

TEST(PortraitView, AsksForNoWordsOfNamesAndOffices) {
  const auto words = portrait_words({base::Facet::kMinister, "arnaud-montebourg"}, gazetteer());

  EXPECT_EQ(words.speaker, "arnaud-montebourg");
  EXPECT_NE(words.left_out.find("Redressement productif"), std::string::npos);
  EXPECT_EQ(portrait_words({base::Facet::kTheme, "Industrie"}, gazetteer()).speaker, "");
}

TEST(PortraitView, OfWhomNobodyKnowsIsNone) {
  const auto pages = Pages::load("").value();
  const PortraitRequest request{base::Facet::kMinister, "personne-d-autre"};

  EXPECT_EQ(pages->portrait_page(request, {{portrait_search(request), {}, {}}, {}}, {}), "");
}

// Who was of a government is asked of its page, the prime minister first.
TEST(PortraitView, ListsTheMembersOfAGovernmentUnderItsPrimeMinister) {
  const PortraitRequest request{base::Facet::kGovernment, "ayrault-2"};
  const auto view = view_portrait(
      request, {{portrait_search(request), invented_results(1), {}}, {}}, gazetteer());

  ASSERT_FALSE(view->rows.empty());
  EXPECT_EQ(view->rows_title, "Membres");
  EXPECT_EQ(view->rows[0].what.text, "Jean-Marc Ayrault");
  EXPECT_EQ(view->rows[0].what.href, "/ministres/jean-marc-ayrault");
  EXPECT_EQ(view->rows[0].beside.text, "Premier ministre");
  EXPECT_EQ(view->summary.rfind("En fonction du 21 juin 2012 au 30 mars 2014 · ", 0), 0u);
}

}  // namespace
}  // namespace pressoir::pages
