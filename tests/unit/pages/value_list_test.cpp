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
      request, {portrait_search(request), invented_results(3), {}}, invented_archive());

  EXPECT_EQ(fault_of(html), "");
  EXPECT_EQ(count_of("<h1>Arnaud Montebourg</h1>", html), 1u);
  EXPECT_EQ(count_of("<a href=\"/gouvernements/ayrault-2\">gouvernement Ayrault II</a>", html), 1u);
  EXPECT_EQ(count_of("href=\"/feed.atom?minister=arnaud-montebourg\"", html), 2u)
      << "for a feed reader and for a person";
}

TEST(Portrait, OfWhomNobodyKnowsIsNone) {
  const auto pages = Pages::load("").value();
  const PortraitRequest request{search::Facet::kMinister, "personne-d-autre"};

  EXPECT_EQ(pages->portrait_page(request, {portrait_search(request), {}, {}}, {}), "");
}

}  // namespace
}  // namespace pressoir::pages
