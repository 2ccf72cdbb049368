#include "server/related/similar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::related {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

base::Document make(std::string_view page, std::string title, std::string text) {
  return make_document(page, std::move(title), std::move(text));
}

class SimilarTest : public search::SearchFixture {
 protected:
  void SetUp() override {
    put_all({make("a", "Les éoliennes en mer",
                  "Un parc d’éoliennes ouvre au large de Saint-Nazaire. Les éoliennes produisent "
                  "de l’électricité, et l’électricité des éoliennes est propre."),
             make("b", "Parc éolien",
                  "Une éolienne de plus au large : le parc produit de l’électricité pour la ville "
                  "de Saint-Nazaire."),
             make("c", "La pêche", "Les pêcheurs craignent pour la pêche au large du parc."),
             make("d", "Impôts", "Le barème des impôts change, la déclaration aussi."),
             make("e", "Éoliennes",
                  "UN PARC D’ÉOLIENNES OUVRE AU LARGE DE SAINT-NAZAIRE. Les éoliennes produisent "
                  "de l’électricité, et l’électricité des éoliennes est propre."),
             make("f", "Parc éolien, encore",
                  "Une éolienne de plus au large : le parc produit de l’électricité pour la ville "
                  "de Saint-Nazaire !"),
             make("g", "Vide", "")});
    search("");
  }

  search::SimilarResults similar_to(const std::string& page, std::uint32_t count = 10) {
    search::SimilarRequest request{make(page, "", "").id, count};
    return searcher().similar(request).value();
  }
  static std::vector<std::string> pages_of(const search::SimilarResults& results) {
    std::vector<std::string> pages;
    for (const search::SimilarHit& similar : results.hits) {
      const std::string& url = similar.hit.document.url;
      pages.push_back(url.substr(url.rfind('/') + 1));
    }
    return pages;
  }
};

TEST_F(SimilarTest, FindsWhatIsAboutTheSameThings) {
  const search::SimilarResults results = similar_to("c");

  EXPECT_THAT(pages_of(results), Not(Contains("d")));
  EXPECT_THAT(results.words, Contains("parc"));
}

TEST_F(SimilarTest, LeavesOutTheTextItselfAtOtherAddresses) {
  const auto pages = pages_of(similar_to("a"));

  EXPECT_THAT(pages, AllOf(Not(Contains("a")), Not(Contains("e")), Contains("c")));
}

TEST_F(SimilarTest, NamesEachTextOnce) {
  put_all({make("long1", "Un",
                std::string("Le parc d’éoliennes au large produit de l’électricité "
                            "pour la ville, dit le maire, qui salue le travail "
                            "des équipes venues de toute la région.")),
           make("long2", "Deux",
                std::string("Le parc d’éoliennes au large produit de "
                            "l’électricité pour la ville, dit le maire, qui "
                            "salue le travail des équipes venues de toute la "
                            "région !"))});
  search("");
  const auto pages = pages_of(similar_to("a"));

  EXPECT_EQ(std::count(pages.begin(), pages.end(), "long1") +
                std::count(pages.begin(), pages.end(), "long2"),
            1);
}

TEST_F(SimilarTest, SaysWhichWordsAreShared) {
  const search::SimilarResults results = similar_to("a");

  ASSERT_FALSE(results.hits.empty());
  for (const search::SimilarHit& similar : results.hits) {
    EXPECT_GE(similar.shared.size(), kLeastSharedWords);
    for (const std::string& word : similar.shared) EXPECT_THAT(results.words, Contains(word));
    EXPECT_GE(similar.hit.score, kLeastSimilarity);
  }
  EXPECT_THAT(results.hits.front().shared, Contains("électricité"));
}

TEST_F(SimilarTest, ComparesNoStopWordsNumbersAndCompounds) {
  put_all({make("h", "Avec 2012 avec", "Le porte-parole avec 2012 avec 2012, porte-parole."),
           make("i", "Avec 2012 avec", "Un porte-parole avec 2012.")});
  search("");

  const auto words = similar_to("h").words;

  EXPECT_THAT(words, AllOf(Contains("parole"), Not(Contains("porteparole")), Not(Contains("avec")),
                           Not(Contains("2012"))));
}

TEST_F(SimilarTest, TakesTheBestOnly) {
  const auto all = pages_of(similar_to("a"));

  ASSERT_GT(all.size(), 1u);
  EXPECT_THAT(pages_of(similar_to("a", 1)), ElementsAre(all.front()));
}

TEST_F(SimilarTest, IsNoneForADocumentWithoutWords) {
  EXPECT_THAT(similar_to("g").hits, IsEmpty());
}

TEST_F(SimilarTest, SaysThatADocumentIsNotThere) {
  EXPECT_EQ(searcher().similar({"abcdefghijklmnop"}).error().code, base::Errc::kNotFound);
}

}  // namespace
}  // namespace pressoir::related
