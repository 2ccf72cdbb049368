#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/suggest/phrase_index.hpp"
#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> print(const std::vector<facets::FacetValue>& values) {
  std::vector<std::string> list;
  for (const facets::FacetValue& value : values) {
    list.push_back(value.value + ":" + std::to_string(value.count) + (value.selected ? "*" : ""));
  }
  return list;
}

base::Document make(std::string_view page, std::string text, std::vector<std::string> themes) {
  base::Document document = make_document(page, "Titre", std::move(text));
  document.themes = std::move(themes);
  document.source = "a.example";
  return document;
}

class FacetLookupTest : public SearchFixture {
 protected:
  FacetLookupTest() {
    put_all({make("a", "forêt", {"Énergie/Éolien", "Budget"}), make("b", "forêt", {"Énergie"}),
             make("c", "mer", {"Énergie/Éolien"}), make("d", "mer", {})});
  }

  FacetLookup look_up(const FacetLookupRequest& request) {
    search("");
    return searcher().look_up(request).value();
  }
  FacetLookup look_up(const std::string& typed) {
    return look_up(FacetLookupRequest{{}, base::Facet::kTheme, typed});
  }
};

TEST_F(FacetLookupTest, FindsValuesByWordsOfTheirPaths) {
  EXPECT_THAT(print(look_up("ENERG").values), ElementsAre("Énergie:3", "Énergie/Éolien:2"));
  EXPECT_THAT(print(look_up("eol ener").values), ElementsAre("Énergie/Éolien:2"));
  EXPECT_THAT(print(look_up("solaire").values), IsEmpty());
  EXPECT_EQ(look_up("solaire").none, 1u);
}

TEST_F(FacetLookupTest, CountsUnderTheSearch) {
  FacetLookupRequest request{{}, base::Facet::kTheme, "energie"};
  request.search.q = "foret";

  EXPECT_THAT(print(look_up(request).values), ElementsAre("Énergie:2", "Énergie/Éolien:1"));
  EXPECT_EQ(look_up(request).answer.total, 2u);
}

TEST_F(FacetLookupTest, IgnoresItsOwnFilterAndKeepsChosenValues) {
  FacetLookupRequest request{{}, base::Facet::kTheme, "energie"};
  request.search.filters[static_cast<std::size_t>(base::Facet::kTheme)].any_of = {"Budget",
                                                                                  "Énergie/Marine"};

  EXPECT_THAT(print(look_up(request).values),
              ElementsAre("Énergie:3", "Énergie/Éolien:2", "Énergie/Marine:0*"));
}

TEST_F(FacetLookupTest, PagesThroughEveryValue) {
  FacetLookupRequest request{{}, base::Facet::kTheme, ""};
  request.start = 1;
  request.count = 1;

  EXPECT_THAT(print(look_up(request).values), ElementsAre("Énergie/Éolien:2"));
  EXPECT_EQ(look_up(request).total, 3u);
  request.start = 3;
  EXPECT_THAT(look_up(request).values, IsEmpty());
}

class FacetLookupExactness : public ExactnessFixture {};

// What a search counts for a value, the lookup does, and it leaves out no value.
TEST_P(FacetLookupExactness, HoldsForRandomRequests) {
  make_archive();
  for (int i = 0; i < 60 && !HasFailure(); ++i) {
    FacetLookupRequest request;
    request.search = random_request(random());
    request.search.q = type_query(random_query(random()), random());
    request.facet = base::kFacets[random()() % base::kFacetCount];
    request.typed = random_value(request.facet, random()).substr(0, random()() % 5);
    request.count = 1'000;
    SCOPED_TRACE(testing::Message() << "PRESSOIR_SEED=" << seed() << ", request " << i);
    query::SearchRequest plain = request.search;
    plain.facet_size = 1'000;
    const SearchResults results = search(plain);

    const facets::FacetCounts& counts = *results.facets[static_cast<std::size_t>(request.facet)];
    suggest::TypedName typed(request.typed);
    std::vector<std::string> expected;
    for (const facets::FacetValue& value : counts.values) {
      if (typed.is_in(value.label + ' ' + value.value)) expected.push_back(print({value}).front());
    }
    const FacetLookup found = searcher().look_up(request).value();
    EXPECT_THAT(print(found.values), testing::UnorderedElementsAreArray(expected));
    EXPECT_EQ(found.total, expected.size());
    EXPECT_EQ(found.none, counts.none);
    EXPECT_EQ(found.answer.total, results.total);
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, FacetLookupExactness, testing::Range(0, 3));

}  // namespace
}  // namespace pressoir::search
