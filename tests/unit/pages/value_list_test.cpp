#include "server/pages/value_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

std::vector<std::string> titles(const ValueListView& view) {
  std::vector<std::string> list;
  for (const ValueGroup& group : view.groups) list.push_back(group.title);
  return list;
}

ValueListView ministers(const std::string& like, Grouping grouping) {
  return view_value_list({{}, base::Facet::kMinister, like, grouping}, invented_results(),
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
  auto& values = results.facets[static_cast<std::size_t>(base::Facet::kSource)].value().values;
  for (int i = 0; i < 1'200; ++i) {
    const std::string site = "site" + std::to_string(i) + ".example";
    values.push_back({site, site, 1, i == 1'150});
  }
  const auto list = [&](const std::string& like) {
    return view_value_list({{}, base::Facet::kSource, like, Grouping::kNone}, results, gazetteer());
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
      view_value_list({invented_request(), base::Facet::kMinister, "", Grouping::kNone},
                      invented_results(), gazetteer());

  for (const links::Parameter& parameter : view.question) EXPECT_NE(parameter.name, "minister");
  EXPECT_EQ(view.question[0], (links::Parameter{"q", "pôles compétitivité"}));
}

}  // namespace
}  // namespace pressoir::pages
