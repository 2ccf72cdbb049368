#include "server/pages/facet_view.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using base::Facet;
using query::SearchRequest;
using search::SearchResults;
using testing::ElementsAre;

std::vector<std::string> labels_of(const FacetView& facet) {
  std::vector<std::string> labels;
  for (const FacetEntry& entry : facet.entries) labels.push_back(entry.label);
  return labels;
}

std::vector<int> depths_of(const FacetView& facet) {
  std::vector<int> depths;
  for (const FacetEntry& entry : facet.entries) depths.push_back(entry.depth);
  return depths;
}

TEST(FacetView, NamesThemesByTheirPlaceInTheTree) {
  const auto views = facet_views({}, invented_results(), gazetteer());

  EXPECT_THAT(
      labels_of(views[1]),
      ElementsAre("Industrie", "Compétitivité", "Pôles", "Filières", "Recherche et innovation",
                  "Emploi, formation professionnelle et dialogue social\u00A0› Apprentissage",
                  "Sans thème"));
  EXPECT_THAT(depths_of(views[1]), ElementsAre(0, 1, 2, 1, 0, 0, 0));
}

TEST(FacetView, ListsAsPersonsOnlyThoseWhoWereNotInOfficeInEachText) {
  SearchResults results;
  const auto values = [&](Facet facet, std::vector<search::facets::FacetValue> listed) {
    auto& counts = results.facets[static_cast<std::size_t>(facet)].emplace();
    counts.distinct = listed.size();
    counts.values = std::move(listed);
  };
  values(Facet::kMinister, {{"a", "A", 7, false}, {"b", "B", 5, false}, {"c", "C", 3, true}});
  values(Facet::kPerson,
         {{"d", "D", 9, false}, {"a", "A", 7, false}, {"b", "B", 6, false}, {"c", "C", 3, true}});

  const auto views = facet_views({}, results, gazetteer());

  ASSERT_EQ(views.size(), 2u);
  EXPECT_THAT(labels_of(views[0]), ElementsAre("A", "B", "C"));
  EXPECT_EQ(views[1].title, "Personnes citées");
  EXPECT_THAT(labels_of(views[1]), ElementsAre("D", "B", "C"));

  auto& persons = *results.facets[static_cast<std::size_t>(Facet::kPerson)];
  persons.values = {{"a", "A", 7, false}};
  persons.distinct = 9;

  const auto rest = facet_views({}, results, gazetteer());

  ASSERT_EQ(rest.size(), 2u);
  EXPECT_TRUE(rest[1].entries.empty());
  EXPECT_EQ(rest[1].all_href, "/valeurs?facet=person");
  EXPECT_EQ(rest[1].others, 8u);
}

TEST(FacetView, EndsWithTheTextsWithoutValue) {
  const auto views = facet_views({}, invented_results(), gazetteer());

  EXPECT_EQ(views[0].entries.back().label, "Sans ministre");
  EXPECT_EQ(views[0].entries.back().count, 93u);
  EXPECT_EQ(views[0].entries.back().href, "/?minister=none");
}

TEST(FacetView, MeasuresSharesAgainstTheGreatestCount) {
  const auto views = facet_views({}, invented_results(), gazetteer());

  EXPECT_DOUBLE_EQ(views[2].entries[0].share, 100);
  EXPECT_NEAR(views[2].entries[2].share, 26.2, 0.01);
}

TEST(FacetView, LeadsToAPageWithAllValues) {
  const auto views = facet_views({}, invented_results(), gazetteer());

  EXPECT_EQ(views[0].others, 34u);
  EXPECT_EQ(views[0].all_href, "/valeurs?facet=minister");
  EXPECT_TRUE(views[1].all_href.empty());
}

TEST(FacetView, SaysTheOfficeHeldInThePeriod) {
  SearchRequest request;
  EXPECT_EQ(note_of(base::Facet::kMinister, "fleur-pellerin", request, gazetteer()),
            "ministre de la Culture et de la Communication");

  request.to = {2012, 12, 0};
  EXPECT_THAT(note_of(base::Facet::kMinister, "fleur-pellerin", request, gazetteer()),
              testing::HasSubstr("Économie numérique"));
  EXPECT_EQ(note_of(base::Facet::kGovernment, "ayrault-2", request, gazetteer()), "de 2012 à 2014");
  EXPECT_EQ(note_of(base::Facet::kMinister, "personne-d-autre", request, gazetteer()), "");
}

TEST(FacetView, SaysNoOfficeOfAfterTheLastText) {
  search::SearchResults results = invented_results(0);
  const auto note_of_first = [&] {
    return facet_views({}, results, gazetteer())[0].entries[0].note;
  };
  EXPECT_EQ(note_of_first(), "ministre de l’Économie, du Redressement productif et du Numérique");

  for (search::facets::DateBucket& bucket : results.dates->buckets) {
    if (bucket.start.year > 2013) bucket.count = 0;
  }
  EXPECT_EQ(note_of_first(), "ministre du Redressement productif");
}

TEST(FacetView, LeavesOutFacetsWithoutAnything) {
  SearchResults results;
  results.facets[3] = search::facets::FacetCounts{};

  EXPECT_TRUE(facet_views({}, results, gazetteer()).empty());
}

}  // namespace
}  // namespace pressoir::pages
