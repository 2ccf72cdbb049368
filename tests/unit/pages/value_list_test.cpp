#include "server/pages/value_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/pages/pages.hpp"
#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

std::vector<std::string> titles(const ValueListView& view) {
  std::vector<std::string> list;
  for (const ValueGroup& group : view.groups) list.push_back(group.title);
  return list;
}

ValueListView ministers(const std::string& like, Grouping grouping) {
  return view_value_list({{}, search::Facet::kMinister, like, grouping}, invented_results(),
                         gazetteer());
}

TEST(ValueList, GroupsPeopleByTheLetterOfTheirFamilyName) {
  EXPECT_EQ(titles(ministers("", Grouping::kLetter)),
            (std::vector<std::string>{"F", "M", "P", "V", "Autres"}));
}

TEST(ValueList, GroupsPeopleByTheirLastGovernmentTheLatestFirst) {
  const auto groups = titles(ministers("", Grouping::kGovernment));

  ASSERT_EQ(groups.back(), "Hors de ces listes");
  EXPECT_EQ(groups.front(), "Cazeneuve");
  EXPECT_EQ(std::count(groups.begin(), groups.end(), "Valls I"), 1);
}

TEST(ValueList, SearchesWithoutAccentsAndCapitals) {
  const auto view = ministers("GENEVIEVE", Grouping::kNone);

  ASSERT_EQ(view.groups[0].entries.size(), 1u);
  EXPECT_EQ(view.groups[0].entries[0].label, "Geneviève Fioraso");
}

TEST(ValueList, SearchesBeginningsOfWordsInAnyOrder) {
  EXPECT_EQ(ministers("fior gene", Grouping::kNone).groups[0].entries.size(), 1u);
  EXPECT_TRUE(ministers("oraso", Grouping::kNone).groups[0].entries.empty());
}

TEST(ValueList, SaysWhatItLeavesOut) {
  search::SearchResults results = invented_results();
  auto& values = results.facets[static_cast<std::size_t>(search::Facet::kSource)].value().values;
  for (int i = 0; i < 1'200; ++i) {
    const std::string site = "site" + std::to_string(i) + ".example";
    values.push_back({site, site, 1, i == 1'150});
  }
  const auto list = [&](const std::string& like) {
    return view_value_list({{}, search::Facet::kSource, like, Grouping::kNone}, results,
                           gazetteer());
  };

  EXPECT_EQ(list("").groups[0].entries.size(), 1'000u);
  EXPECT_NE(list("").cut, "");
  EXPECT_EQ(list("").hidden_choices, std::vector<std::string>{"site1150.example"});
  EXPECT_EQ(list("site1190").groups[0].entries.size(), 1u);
  EXPECT_EQ(list("site1190").cut, "");
}

TEST(ValueList, KeepsChosenValuesThatTheSearchHides) {
  EXPECT_EQ(ministers("fioraso", Grouping::kNone).hidden_choices,
            std::vector<std::string>{"arnaud-montebourg"});
}

TEST(ValueList, PassesTheQuestionOnWithoutTheFacet) {
  const auto view =
      view_value_list({invented_request(), search::Facet::kMinister, "", Grouping::kNone},
                      invented_results(), gazetteer());

  for (const Parameter& parameter : view.question) EXPECT_NE(parameter.name, "minister");
  EXPECT_EQ(view.question[0], (Parameter{"q", "pôles compétitivité"}));
}

TEST(ValueList, PagesAreWellFormed) {
  const auto pages = Pages::load("").value();
  const auto archive = invented_archive();

  for (const Grouping grouping : {Grouping::kNone, Grouping::kLetter, Grouping::kGovernment}) {
    EXPECT_EQ(
        fault_of(pages->values_page({invented_request(), search::Facet::kMinister, "é", grouping},
                                    invented_results(), archive)),
        "");
  }
  for (const search::Facet facet :
       {search::Facet::kMinister, search::Facet::kGovernment, search::Facet::kTheme}) {
    EXPECT_EQ(fault_of(pages->directory_page(facet, invented_results(), archive)), "");
  }
  EXPECT_EQ(fault_of(pages->help_page(archive)), "");
}

TEST(Portrait, SaysWhoHeldWhichOfficeWhen) {
  const auto pages = Pages::load("").value();
  const PortraitRequest request{search::Facet::kMinister, "arnaud-montebourg"};

  const std::string html = pages->portrait_page(
      request, {{portrait_search(request), invented_results(3), {}}, {}}, invented_archive());

  EXPECT_EQ(fault_of(html), "");
  EXPECT_EQ(count_of("<h1>Arnaud Montebourg</h1>", html), 1u);
  EXPECT_EQ(count_of("<a href=\"/gouvernements/ayrault-2\">gouvernement Ayrault II</a>", html), 1u);
  EXPECT_EQ(count_of("href=\"/feed.atom?minister=arnaud-montebourg\"", html), 2u)
      << "for a feed reader and for a person";
}

TEST(Portrait, LinksTheWordsThatSetItsTextsApart) {
  const PortraitRequest request{search::Facet::kMinister, "arnaud-montebourg"};
  const search::DistinctiveWords words{
      {{"relocalisation", 12, 40.0}, {"filières", 11, 30.0}}, 300, 1'214, true};
  const auto view = view_portrait(
      request, {{portrait_search(request), invented_results(3), {}}, words}, gazetteer());

  ASSERT_EQ(view->words.size(), 2u);
  EXPECT_EQ(view->words[0].href, "/?q=relocalisation&minister=arnaud-montebourg");
  EXPECT_EQ(view->words_note,
            "Au moins deux fois plus fréquents dans ses prises de parole que dans l’ensemble de "
            "l’archive, d’après 300\u00A0textes sur 1\u202F214");
}

TEST(Portrait, AsksForNoWordsOfNamesAndOffices) {
  const auto words = portrait_words({search::Facet::kMinister, "arnaud-montebourg"}, gazetteer());

  EXPECT_EQ(words.speaker, "arnaud-montebourg");
  EXPECT_NE(words.left_out.find("Redressement productif"), std::string::npos);
  EXPECT_EQ(portrait_words({search::Facet::kTheme, "Industrie"}, gazetteer()).speaker, "");
}

TEST(Portrait, OfWhomNobodyKnowsIsNone) {
  const auto pages = Pages::load("").value();
  const PortraitRequest request{search::Facet::kMinister, "personne-d-autre"};

  EXPECT_EQ(pages->portrait_page(request, {{portrait_search(request), {}, {}}, {}}, {}), "");
}

}  // namespace
}  // namespace pressoir::pages
