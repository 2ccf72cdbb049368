// The order of results, through the whole search.
#include "server/search/rank/rankers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search::rank {
namespace {

using testing::ElementsAre;

constexpr std::string_view kFiller =
    " Le Gouvernement présente les mesures prises depuis un an devant les élus réunis à Paris.";

class RankerTest : public SearchFixture {
 protected:
  static base::Document dated(std::string_view page, base::Date date) {
    base::Document document = make_document(page, "Titre", "Le même texte");
    document.date = date;
    return document;
  }
  std::vector<std::string> ranked(const std::string& q, std::optional<query::Sort> sort = {}) {
    query::SearchRequest request;
    request.q = q;
    request.sort = sort;
    return pages(search(request));
  }
};

TEST_F(RankerTest, PutsExactBeforeFoldedBeforeStem) {
  put_all({make_document("racine", "", "Des pêches." + std::string(kFiller)),
           make_document("sans-accent", "", "Une peche." + std::string(kFiller)),
           make_document("exact", "", "Une pêche." + std::string(kFiller))});
  EXPECT_THAT(ranked("pêche"), ElementsAre("exact", "sans-accent", "racine"));
}

// Whatever else speaks for a document: title, frequency, proximity, a short text.
TEST_F(RankerTest, PutsDocumentsWithTheWordAsTypedBeforeAllOthers) {
  const std::vector<std::vector<std::string>> forms = {
      {"danse", "danses", "danser"}, {"réforme", "réformes", "réformer"}, {"pêche", "pêches"}};
  std::mt19937 random(17);
  const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
  std::vector<base::Document> documents;
  std::map<std::string, std::string> texts;  // with their titles
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (auto words = random() % 40 + 1; words > 0; --words) {
      text += random() % 3 == 0 ? pick(pick(forms)) + " " : "mot ";
    }
    const std::string title = random() % 3 == 0 ? pick(pick(forms)) : "";
    const std::string page = "page" + std::to_string(i);
    documents.push_back(make_document(page, title, text));
    texts[page] = " " + title + " " + text + " ";
  }
  put_all(documents);
  for (const std::string word : {"danse", "danser", "réformes", "réformer", "pêches"}) {
    query::SearchRequest request;
    request.q = word;
    request.count = 100;
    bool has_before = true;
    for (const std::string& page : pages(search(request))) {
      const bool has = texts[page].find(" " + word + " ") != std::string::npos;
      EXPECT_LE(has, has_before) << word << ":" << texts[page];
      has_before = has;
    }
  }
}

TEST_F(RankerTest, PrefersAllWordsAsTypedInDocumentsThatAreElseEqual) {
  put_all({make_document("a", "", "une danse et des réformes" + std::string(kFiller)),
           make_document("b", "", "une danse et une réforme" + std::string(kFiller)),
           make_document("c", "", "des danses et des réformes" + std::string(kFiller))});
  EXPECT_THAT(ranked("danse réforme").front(), "b");
}

TEST_F(RankerTest, PutsTitlesBeforeTexts) {
  put_all({make_document("texte", "Un autre sujet", "Les drones. Fin." + std::string(kFiller)),
           make_document("titre", "Les drones", "Un autre sujet. Fin." + std::string(kFiller))});
  EXPECT_THAT(ranked("drones"), ElementsAre("titre", "texte"));
}

TEST_F(RankerTest, PutsRareWordsBeforeCommonOnes) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 20; ++i) {
    documents.push_back(make_document("commun" + std::to_string(i), "", "le budget annuel"));
  }
  documents.push_back(make_document("rare", "", "le drone annuel"));
  put_all(documents);
  query::SearchRequest request;
  request.q = "budget drone";
  request.match = query::MatchMode::kAny;
  EXPECT_EQ(pages(search(request)).front(), "rare");
}

TEST_F(RankerTest, BreaksTiesById) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 30; ++i) documents.push_back(dated("page" + std::to_string(i), {2012, 1, 1}));
  put_all(documents);
  std::sort(documents.begin(), documents.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });

  for (const query::Sort sort :
       {query::Sort::kRelevance, query::Sort::kNewest, query::Sort::kOldest}) {
    query::SearchRequest request;
    request.q = "texte";
    request.sort = sort;
    request.count = 100;
    const SearchResults results = search(request);
    ASSERT_EQ(results.hits.size(), 30u);
    for (std::size_t i = 0; i < 30; ++i) EXPECT_EQ(results.hits[i].document.id, documents[i].id);
  }
}

TEST_F(RankerTest, SortsByDateWithUndatedLast) {
  put_all({dated("undated", {}), dated("annee", {2012, 0, 0}), dated("mois", {2012, 3, 0}),
           dated("jour", {2012, 3, 5}), dated("avant", {2011, 12, 31})});
  EXPECT_THAT(ranked("", query::Sort::kNewest),
              ElementsAre("jour", "mois", "annee", "avant", "undated"));
  EXPECT_THAT(ranked("", query::Sort::kOldest),
              ElementsAre("avant", "annee", "mois", "jour", "undated"));
}

TEST_F(RankerTest, SortsByEntryIntoTheArchive) {
  index::IndexWriter writer = open_writer();
  writer.put(dated("neuf", {2024, 1, 1}), 1'354'500'000).value();
  writer.put(dated("vieux", {1998, 1, 1}), 1'354'500'002).value();
  writer.put(dated("autre", {2012, 1, 1}), 1'354'500'001).value();
  writer.commit().value();
  EXPECT_THAT(ranked("", query::Sort::kFirstIndexed), ElementsAre("vieux", "autre", "neuf"));
  EXPECT_THAT(ranked("texte", query::Sort::kFirstIndexed), ElementsAre("vieux", "autre", "neuf"));
}

TEST_F(RankerTest, SortsNewestWithoutWords) {
  put_all({dated("vieux", {1998, 1, 1}), dated("neuf", {2024, 1, 1})});
  EXPECT_THAT(ranked(""), ElementsAre("neuf", "vieux"));
  EXPECT_THAT(ranked("", query::Sort::kRelevance), ElementsAre("neuf", "vieux"));
  EXPECT_THAT(ranked("-absent"), ElementsAre("neuf", "vieux"));
}

TEST_F(RankerTest, GivesScoresByRelevanceOnly) {
  put_all({dated("a", {2012, 1, 1})});
  query::SearchRequest request;
  request.q = "texte";
  EXPECT_GT(search(request).hits.front().score, 0);
  request.sort = query::Sort::kNewest;
  EXPECT_EQ(search(request).hits.front().score, 0);
}

TEST_F(RankerTest, TurnsPagesWithoutLosingOrRepeating) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 57; ++i) {
    std::string text = "emploi";
    for (int j = 0; j < i % 5; ++j) text += " emploi et formation";
    documents.push_back(make_document("page" + std::to_string(i), "", text));
  }
  put_all(documents);
  for (const query::Sort sort : {query::Sort::kRelevance, query::Sort::kNewest}) {
    std::vector<std::string> all;
    query::SearchRequest request;
    request.q = "emploi formation";
    request.match = query::MatchMode::kAny;
    request.sort = sort;
    for (request.start = 0; request.start < 70; request.start += 10) {
      for (const std::string& page : pages(search(request))) all.push_back(page);
    }
    EXPECT_EQ(all.size(), 57u);
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
  }
}

TEST_F(RankerTest, GivesNothingBehindTheEnd) {
  put_all({dated("a", {2012, 1, 1})});
  for (const char* q : {"", "texte"}) {
    query::SearchRequest request;
    request.q = q;
    for (const std::uint32_t start : {1u, 1000u, 4294967295u}) {
      request.start = start;
      EXPECT_TRUE(search(request).hits.empty());
      EXPECT_EQ(search(request).total, 1u);
    }
    request.start = 0;
    request.count = 0;
    EXPECT_TRUE(search(request).hits.empty());
  }
}

}  // namespace
}  // namespace pressoir::search::rank
