#include "server/search/searcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search {
namespace {

using base::Errc;
using testing::ElementsAre;

class SearcherTest : public SearchFixture {};

TEST_F(SearcherTest, AnswersFromAnEmptyArchive) {
  put_all({});
  for (const char* q : {"", "pôles", "\"de la\"", "-pôles"}) {
    const SearchResults results = search(q);
    EXPECT_EQ(results.total, 0u);
    EXPECT_EQ(results.documents, 0u);
    EXPECT_TRUE(results.hits.empty());
    EXPECT_TRUE(results.dates->buckets.empty());
    for (const auto& facet : results.facets) EXPECT_TRUE(facet->values.empty());
  }
  EXPECT_EQ(searcher().summary().documents, 0u);
  EXPECT_FALSE(searcher().summary().first_date);
}

TEST_F(SearcherTest, GivesDocumentsWithTextOnRequest) {
  put_all({make_full_document()});
  base::Document expected = make_full_document();
  expected.first_indexed = 1'354'500'000;
  query::SearchRequest request;
  request.with_text = true;
  EXPECT_EQ(search(request).hits.at(0).document, expected);

  expected.text.clear();
  expected.blocks.clear();
  EXPECT_EQ(search("").hits.at(0).document, expected);
}

TEST_F(SearcherTest, MarksTitleAndSnippet) {
  put_all({make_full_document()});
  const SearchResults results = search("poles");
  const Hit& hit = results.hits.at(0);
  EXPECT_THAT(hit.title, ElementsAre(snippet::Fragment{"Les ", false},
                                     snippet::Fragment{"pôles", true, snippet::MatchForm::kFolded},
                                     snippet::Fragment{" de compétitivité", false}));
  EXPECT_EQ(hit.snippet.at(1), (snippet::Fragment{"pôles", true, snippet::MatchForm::kFolded}));
  query::SearchRequest request;
  request.q = "poles";
  request.with_snippets = false;
  EXPECT_TRUE(search(request).hits.at(0).snippet.empty());
}

TEST_F(SearcherTest, FindsAccentedWordsWithTheirFormsWithoutAccents) {
  put_all({make_document("arriver", "", "Il va arriver demain, puis arrivée."),
           make_document("arrivee", "", "La date d’arrivée est connue.")});
  EXPECT_EQ(search("arrivee").total, 2u);
}

TEST_F(SearcherTest, FindsFamiliesOfWordsOnRequestAfterAllOthers) {
  put_all({make_document("derive", "Les réformateurs", "Réformateurs et réformatrices se réunissent."),
           make_document("typed", "", "Une réforme est annoncée."),
           make_document("inflected", "", "Des réformes sont annoncées ici."),
           make_document("other", "", "Une forme est annoncée.")});
  query::SearchRequest request;
  request.q = "réforme";
  EXPECT_EQ(search(request).total, 2u);

  request.family = true;
  const SearchResults results = search(request);
  ASSERT_EQ(results.total, 3u);
  EXPECT_EQ(results.facets[static_cast<std::size_t>(base::Facet::kSource)]->values.at(0).count, 3u);
  EXPECT_EQ(results.hits[0].form, snippet::MatchForm::kExact);
  EXPECT_EQ(results.hits[1].form, snippet::MatchForm::kLemma);
  EXPECT_EQ(results.hits[2].document.title, "Les réformateurs");
  EXPECT_EQ(results.hits[2].form, snippet::MatchForm::kFamily);
  EXPECT_EQ(results.hits[2].title.at(1),
            (snippet::Fragment{"réformateurs", true, snippet::MatchForm::kFamily}));
  ASSERT_EQ(results.read_as.notes.list().size(), 1u);
  EXPECT_EQ(results.read_as.notes.list().front().kind, query::NoteKind::kFamily);
  EXPECT_THAT(results.read_as.notes.list().front().names, ElementsAre("réformateur"));
  // The page of the document marks what led there.
  const std::string id = results.hits[2].document.id;
  EXPECT_TRUE(searcher().view(id, "réforme").value().title.at(1).match);
}

TEST_F(SearcherTest, KeepsFamiliesOutOfPhrasesAndExclusions) {
  put_all({make_document("a", "", "La grande réforme du réformateur."),
           make_document("b", "", "La grande œuvre du réformateur.")});
  query::SearchRequest request;
  request.family = true;
  for (const char* q : {"\"grande réforme\"", "=réforme", "grande réforme PROCHE/2 grande"}) {
    request.q = q;
    EXPECT_EQ(search(request).total, 1u) << q;
  }
  request.q = "grande -réforme";
  ASSERT_EQ(search(request).total, 1u);
  EXPECT_NE(search(request).hits[0].form, snippet::MatchForm::kFamily);
}

// A list of words that families match need not be relaxed, which must not lose anything.
TEST_F(SearcherTest, FindsWithFamiliesWhateverItFindsWithout) {
  put_all({make_document("a", "", "La réforme seule."),
           make_document("b", "", "Le logement, la ville et le réformateur."),
           make_document("c", "", "Le logement social.")});
  query::SearchRequest request;
  request.q = "réforme logement ville";
  const std::uint64_t without = search(request).total;
  request.family = true;
  EXPECT_GE(search(request).total, without);
  EXPECT_EQ(search(request).total, 3u);
}

TEST_F(SearcherTest, GivesOneDocumentById) {
  put_all({make_full_document()});
  search("");
  EXPECT_EQ(searcher().document(make_full_document().id).value().title, make_full_document().title);
  for (const std::string& id : {std::string(), std::string("aaaaaaaaaaaaaaaa"),
                                std::string(100'000, 'a'), std::string("\xFF\0", 2)}) {
    const auto document = searcher().document(id);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, Errc::kNotFound) << document.error().message;
  }
}

TEST_F(SearcherTest, ViewsADocumentBlockByBlock) {
  put_all({make_full_document()});
  search("");
  const auto view = searcher().view(make_full_document().id, "pole avenir").value();
  ASSERT_EQ(view.blocks.size(), 2u);
  EXPECT_THAT(view.blocks[0],
              ElementsAre(snippet::Fragment{"Des usines à produits d’", false},
                          snippet::Fragment{"avenir", true}, snippet::Fragment{".", false}));
  EXPECT_EQ(view.title.at(1), (snippet::Fragment{"pôles", true, snippet::MatchForm::kLemma}));
  EXPECT_EQ(searcher().view("absent", "").error().code, Errc::kNotFound);
  EXPECT_EQ(searcher().view(make_full_document().id, "\xFF").error().code, Errc::kBadQuery);
}

TEST_F(SearcherTest, RefusesBadQueries) {
  put_all({});
  search("");
  query::SearchRequest request;
  for (const std::string& q : {std::string("\xFF"), std::string(100'000, '"')}) {
    request.q = q;
    const auto results = searcher().search(request);
    ASSERT_FALSE(results);
    EXPECT_EQ(results.error().code, Errc::kBadQuery);
  }
}

TEST_F(SearcherTest, AnswersHugeQueriesInBoundedTime) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 200; ++i) {
    std::string text = "a b «guillemets» l’économie porte-parole";
    for (int j = 0; j < 50; ++j) text += " mot" + std::to_string(i * j);
    documents.push_back(make_document("page" + std::to_string(i), "", text));
  }
  put_all(documents);
  std::string words;
  for (int i = 0; words.size() < 39'000; ++i) words += "mot" + std::to_string(i) + " ";
  std::string phrase = "\"";
  while (phrase.size() < 39'000) phrase += "a b ";
  const auto began = std::chrono::steady_clock::now();
  query::SearchRequest any;
  any.q = words;
  any.match = query::MatchMode::kAny;
  EXPECT_EQ(search(any).total, 200u);
  EXPECT_EQ(search(phrase + "\"").total, 0u);
  EXPECT_EQ(search(std::string(40'000, '-')).total, 200u);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20));
}

TEST_F(SearcherTest, SummarizesTheArchive) {
  base::Document dated = make_full_document();
  base::Document early = make_document("tot", "", "");
  early.date = {1998, 0, 0};
  put_all({dated, early, make_document("sans", "", "")});
  search("");
  const ArchiveSummary summary = searcher().summary();
  EXPECT_EQ(summary.documents, 3u);
  EXPECT_EQ(summary.first_date, (base::Date{1998, 0, 0}));
  EXPECT_EQ(summary.last_date, (base::Date{2012, 12, 5}));
  EXPECT_EQ(summary.updated, 1'354'500'000);
  EXPECT_EQ(summary.revision, search("").revision);
}

}  // namespace
}  // namespace pressoir::search
