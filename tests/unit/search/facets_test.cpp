// Filters and facet counts, through the whole search.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// `value:count` for each listed value, `*` behind selected ones.
std::vector<std::string> print(const std::optional<facets::FacetCounts>& counts) {
  std::vector<std::string> values;
  for (const facets::FacetValue& value : counts.value().values) {
    values.push_back(value.value + ":" + std::to_string(value.count) + (value.selected ? "*" : ""));
  }
  return values;
}

query::FacetFilter& filter_of(query::SearchRequest& request, base::Facet facet) {
  return request.filters[static_cast<std::size_t>(facet)];
}

const std::optional<facets::FacetCounts>& counts_of(const SearchResults& results,
                                                    base::Facet facet) {
  return results.facets[static_cast<std::size_t>(facet)];
}

base::Document make(std::string_view page, std::vector<std::string> ministers,
                    std::vector<std::string> themes, std::string type, base::Date date) {
  base::Document document = make_document(page, "Titre", "texte");
  for (std::string& id : ministers) document.ministers.push_back({std::move(id), "", "", {}});
  document.themes = std::move(themes);
  document.type = std::move(type);
  document.date = date;
  return document;
}

class FacetsTest : public SearchFixture {
 protected:
  FacetsTest() {
    put_all(
        {make("a", {"macron", "sapin"}, {"Industrie/PME"}, "discours", {2014, 9, 1}),
         make("b", {"macron"}, {"Industrie/PME", "Industrie/Énergie"}, "discours", {2015, 0, 0}),
         make("c", {"sapin"}, {"Budget"}, "communiqué", {2015, 3, 0}),
         make("d", {}, {"Budget"}, "communiqué", {2016, 1, 2}),
         make("e", {"montebourg"}, {}, "", {})});
  }
};

TEST_F(FacetsTest, CountEveryValueOnceForADocument) {
  const SearchResults results = search("");

  EXPECT_THAT(print(counts_of(results, base::Facet::kMinister)),
              ElementsAre("macron:2", "sapin:2", "montebourg:1"));
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->none, 1u);
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->distinct, 3u);
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->other, 0u);
  EXPECT_THAT(print(counts_of(results, base::Facet::kType)),
              ElementsAre("communiqué:2", "discours:2"));
  EXPECT_EQ(counts_of(results, base::Facet::kType)->none, 1u);
}

TEST_F(FacetsTest, CountAndFilterTheLineagesOfWhoSpeaks) {
  base::Document speech = make("f", {}, {}, "discours", {2014, 9, 2});
  speech.ministers = {{"macron", "", "", base::Role::kSpeaker, "economie"},
                      {"valls", "", "", base::Role::kMentioned, "premier-ministre"}};
  base::Document article = make("g", {}, {}, "article", {2014, 9, 3});
  article.ministers = {{"valls", "", "", base::Role::kMentioned, "premier-ministre"},
                       {"sapin", "", "", base::Role::kMentioned, "economie"}};
  put_all({speech, article});

  query::SearchRequest request;
  EXPECT_THAT(print(counts_of(search(request), base::Facet::kLineage)),
              ElementsAre("economie:2", "premier-ministre:1"));
  EXPECT_EQ(counts_of(search(request), base::Facet::kLineage)->none, 5u);

  filter_of(request, base::Facet::kLineage).any_of = {"premier-ministre"};
  EXPECT_EQ(search(request).total, 1u);
}

TEST_F(FacetsTest, ListThemesAsATree) {
  EXPECT_THAT(print(counts_of(search(""), base::Facet::kTheme)),
              ElementsAre("Budget:2", "Industrie:2", "Industrie/PME:2", "Industrie/Énergie:1"));
}

TEST_F(FacetsTest, LabelThemesByTheirLastPartAndPeopleByTheirName) {
  {
    index::IndexWriter writer = open_writer();
    writer.put_label("macron", "Emmanuel Macron").value();
    writer.commit().value();
  }
  const SearchResults results = search("");
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->values[0].label, "Emmanuel Macron");
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->values[1].label, "sapin");
  EXPECT_EQ(counts_of(results, base::Facet::kTheme)->values[2].label, "PME");
}

TEST_F(FacetsTest, IgnoreTheirOwnFilterOnly) {
  query::SearchRequest request;
  filter_of(request, base::Facet::kMinister).any_of = {"macron"};
  const SearchResults results = search(request);

  EXPECT_EQ(results.total, 2u);
  EXPECT_THAT(print(counts_of(results, base::Facet::kMinister)),
              ElementsAre("macron:2*", "sapin:2", "montebourg:1"));
  EXPECT_THAT(print(counts_of(results, base::Facet::kType)), ElementsAre("discours:2"));
  EXPECT_EQ(counts_of(results, base::Facet::kType)->none, 0u);
}

TEST_F(FacetsTest, JoinValuesOfOneFacetAndCrossFacets) {
  query::SearchRequest request;
  filter_of(request, base::Facet::kMinister).any_of = {"sapin", "montebourg"};
  EXPECT_THAT(pages(search(request)), UnorderedElementsAre("a", "c", "e"));
  filter_of(request, base::Facet::kType).any_of = {"communiqué"};
  EXPECT_THAT(pages(search(request)), ElementsAre("c"));
}

TEST_F(FacetsTest, FindDocumentsWithoutAValue) {
  query::SearchRequest request;
  filter_of(request, base::Facet::kMinister).any_of = {"none"};
  EXPECT_THAT(pages(search(request)), ElementsAre("d"));
  filter_of(request, base::Facet::kMinister).any_of = {"none", "montebourg"};
  EXPECT_THAT(pages(search(request)), UnorderedElementsAre("d", "e"));
}

TEST_F(FacetsTest, LeaveOutRejectedValues) {
  query::SearchRequest request;
  filter_of(request, base::Facet::kMinister).none_of = {"macron"};
  EXPECT_THAT(pages(search(request)), UnorderedElementsAre("c", "d", "e"));
  filter_of(request, base::Facet::kMinister).none_of = {"macron", "none"};
  EXPECT_THAT(pages(search(request)), UnorderedElementsAre("c", "e"));
  filter_of(request, base::Facet::kMinister) = {{"sapin"}, {"macron"}};
  EXPECT_THAT(pages(search(request)), ElementsAre("c"));
}

TEST_F(FacetsTest, FindWholeBranchesOfThemes) {
  query::SearchRequest request;
  filter_of(request, base::Facet::kTheme).any_of = {"Industrie"};
  EXPECT_EQ(search(request).total, 2u);
  filter_of(request, base::Facet::kTheme).any_of = {"Industrie/Énergie"};
  EXPECT_EQ(search(request).total, 1u);
  filter_of(request, base::Facet::kTheme).any_of = {"Indus"};
  EXPECT_EQ(search(request).total, 0u);
}

TEST_F(FacetsTest, WidenPartialBoundsAndNarrowPartialDates) {
  const auto found = [&](std::string_view from, std::string_view to) {
    query::SearchRequest request;
    request.from = base::parse_date(from).value_or(base::Date{});
    request.to = base::parse_date(to).value_or(base::Date{});
    return pages(search(request));
  };
  EXPECT_THAT(found("2015", "2015"), UnorderedElementsAre("b", "c"));
  EXPECT_THAT(found("2015-03", "2015-03"), ElementsAre("c"));
  EXPECT_THAT(found("2015-03-01", "2015-03-30"), IsEmpty()) << "March may mean the 31st";
  EXPECT_THAT(found("2015-02", ""), UnorderedElementsAre("c", "d"));
  EXPECT_THAT(found("", "2014-09-01"), ElementsAre("a"));
  EXPECT_THAT(found("2017", "2016"), IsEmpty());
}

TEST_F(FacetsTest, CountPeriodsWhateverTheDateFilter) {
  query::SearchRequest request;
  request.from = {2016, 0, 0};
  filter_of(request, base::Facet::kType).any_of = {"communiqué"};
  const SearchResults results = search(request);
  EXPECT_EQ(results.total, 1u);
  ASSERT_EQ(results.dates->buckets.size(), 2u);
  EXPECT_EQ(results.dates->buckets[0].start, (base::Date{2015, 1, 1}));
}

TEST_F(FacetsTest, CutLongListsButNeverSelectedValues) {
  query::SearchRequest request;
  request.facet_size = 1;
  filter_of(request, base::Facet::kMinister).any_of = {"montebourg"};
  const SearchResults results = search(request);
  EXPECT_THAT(print(counts_of(results, base::Facet::kMinister)),
              ElementsAre("macron:2", "montebourg:1*"));
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->other, 2u);
  EXPECT_EQ(counts_of(results, base::Facet::kMinister)->distinct, 3u);
}

TEST_F(FacetsTest, ListSelectedValuesThatNoDocumentHas) {
  query::SearchRequest request;
  filter_of(request, base::Facet::kMinister).any_of = {"inconnu", "inconnu", "none"};
  EXPECT_THAT(print(counts_of(search(request), base::Facet::kMinister)),
              ElementsAre("macron:2", "sapin:2", "montebourg:1", "inconnu:0*"));
}

// Selected values behind the cut may have lost their ancestors from the list.
TEST_F(FacetsTest, OrderTreesWithMissingAncestors) {
  std::vector<base::Document> documents;
  query::SearchRequest request;
  for (int i = 0; i < 60; ++i) {
    const std::string branch(1, static_cast<char>('A' + i % 26));
    const std::string theme = branch + "/" + std::to_string(i % 7) + "/" + std::to_string(i);
    documents.push_back(make("t" + std::to_string(i), {}, {theme}, "", {}));
    filter_of(request, base::Facet::kTheme)
        .any_of.push_back(i % 2 == 0 ? theme : branch + "/absent");
  }
  put_all(documents);
  for (request.facet_size = 1; request.facet_size < 40; ++request.facet_size) {
    const auto values = print(counts_of(search(request), base::Facet::kTheme));
    EXPECT_GE(values.size(), 30u);
    EXPECT_EQ(values.front(), "A:3");
  }
}

TEST_F(FacetsTest, CountOnlyWhatIsAskedFor) {
  query::SearchRequest request;
  request.facets = {};
  request.date_facet = false;
  const SearchResults results = search(request);
  for (const auto& facet : results.facets) EXPECT_FALSE(facet);
  EXPECT_FALSE(results.dates);
  EXPECT_EQ(results.total, 5u);
}

}  // namespace
}  // namespace pressoir::search
