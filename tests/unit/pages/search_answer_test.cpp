#include "server/pages/search_answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/url.hpp"
#include "indexer/index/writer.hpp"
#include "server/search/archive.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::pages {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(DeadEnd, CutsAQueryIntoWordsAndPhrases) {
  EXPECT_THAT(parts_of("loi \"pôles de compétitivité\"  -forêt"),
              ElementsAre("loi", "\"pôles de compétitivité\"", "-forêt"));
  EXPECT_THAT(parts_of(""), IsEmpty());
  EXPECT_THAT(parts_of("loi OU décret"), IsEmpty());
  EXPECT_THAT(parts_of("loi PROCHE/5 décret"), IsEmpty());
  EXPECT_THAT(parts_of("(loi décret)"), IsEmpty());
}

class DeadEndOf : public testing::Test {
 protected:
  void SetUp() override {
    auto writer = index::IndexWriter::open(folder_.path("db"));
    ASSERT_TRUE(writer);
    put(*writer, "https://a.fr/1", "La forêt brûle en Gironde", {2012, 7, 1}, "communiqué");
    put(*writer, "https://a.fr/2", "La pêche en Bretagne", {2014, 3, 1}, "discours");
    put(*writer, "https://a.fr/3", "Une réforme du littoral", {2016, 1, 1}, "discours");
    ASSERT_TRUE(writer->commit());
    archive_ = search::Archive::open(folder_.path("db")).value();
    searcher_ = std::make_unique<search::Searcher>(*archive_);
  }

  static void put(index::IndexWriter& writer, const std::string& url, const std::string& text,
                  base::Date date, const std::string& type) {
    base::Document document;
    document.url = url;
    document.id = base::document_id(url);
    document.title = text;
    document.text = text;
    document.blocks = {{base::BlockKind::kParagraph, 0, static_cast<std::uint32_t>(text.size())}};
    document.date = date;
    document.type = type;
    ASSERT_TRUE(writer.put(document, 1'700'000'000));
  }

  DeadEnd explain(const query::SearchRequest& request) {
    const auto results = searcher_->search(request);
    EXPECT_EQ(results->total, 0u);
    return explain_dead_end(request, *results, *searcher_);
  }

  TemporaryFolder folder_;
  std::unique_ptr<search::Archive> archive_;
  std::unique_ptr<search::Searcher> searcher_;
};

TEST_F(DeadEndOf, AWordThatNoTextHoldsNamesIt) {
  query::SearchRequest request;
  request.q = "forêt =xylophone";

  const DeadEnd dead_end = explain(request);

  EXPECT_THAT(dead_end.explanation, HasSubstr("ne contient «\u00A0=xylophone\u00A0»"));
  ASSERT_FALSE(dead_end.ways_out.empty());
  EXPECT_EQ(dead_end.ways_out[0].request.q, "forêt");
  EXPECT_EQ(dead_end.ways_out[0].total, 1u);
}

TEST_F(DeadEndOf, AFilterThatExcludesAllIsNamed) {
  query::SearchRequest request;
  request.q = "forêt";
  request.from = {2012, 0, 0};
  request.filters[static_cast<std::size_t>(base::Facet::kType)].any_of = {"discours"};

  const DeadEnd dead_end = explain(request);

  EXPECT_THAT(dead_end.explanation, HasSubstr("«\u00A0discours\u00A0»"));
  EXPECT_EQ(dead_end.ways_out[0].text, "Sans le filtre «\u00A0discours\u00A0»");
}

TEST_F(DeadEndOf, WordsThatNeverMeetAreSaidToBeThere) {
  query::SearchRequest request;
  request.q = "forêt pêche";
  request.match = query::MatchMode::kAll;

  const DeadEnd dead_end = explain(request);

  EXPECT_THAT(dead_end.explanation, HasSubstr("aucun texte ne les réunit"));
  EXPECT_EQ(dead_end.ways_out.back().text, "Avec l’un des mots seulement");
  EXPECT_EQ(dead_end.ways_out.back().total, 2u);
}

TEST_F(DeadEndOf, TheOnlyFilterIsNamed) {
  query::SearchRequest request;
  request.q = "forêt";
  request.from = request.to = {2013, 0, 0};

  EXPECT_THAT(explain(request).explanation, HasSubstr("aucun avec le filtre «\u00A02013\u00A0»"));
}

TEST_F(DeadEndOf, GivingUpOneFilterStandsBeforeGivingUpAll) {
  query::SearchRequest request;
  request.from = {2013, 0, 0};
  request.filters[static_cast<std::size_t>(base::Facet::kType)].any_of = {"communiqué"};

  const DeadEnd dead_end = explain(request);

  EXPECT_THAT(dead_end.explanation, HasSubstr("Il suffit d’en retirer un."));
  EXPECT_EQ(dead_end.ways_out.back().text, "Sans aucun filtre");
  EXPECT_EQ(dead_end.ways_out.back().total, 3u);
}

TEST_F(DeadEndOf, AWordOfWhoseFamilyThereAreTexts) {
  query::SearchRequest request;
  request.q = "réformatrice";
  const DeadEnd dead_end = explain(request);
  ASSERT_FALSE(dead_end.ways_out.empty());
  EXPECT_EQ(dead_end.ways_out.back().text, "Avec les mots de la même famille");
  EXPECT_TRUE(dead_end.ways_out.back().request.family);
  EXPECT_EQ(dead_end.ways_out.back().total, 1u);
}

TEST_F(DeadEndOf, CountsFamiliesWhereFewTextsAreFound) {
  query::SearchRequest request;
  request.q = "littoral";
  EXPECT_EQ(answer_search(request, *searcher_)->more_by_family, 0u);
  request.q = "réforme";
  EXPECT_EQ(answer_search(request, *searcher_)->more_by_family, 0u);
  request.q = "littoral OU réformatrice";
  const auto answer = answer_search(request, *searcher_);
  EXPECT_EQ(answer->results.total, 1u);
  EXPECT_EQ(answer->more_by_family, 0u) << "the text is found already";
  request.q = "forêt OU réformatrice";
  EXPECT_EQ(answer_search(request, *searcher_)->more_by_family, 1u);
}

}  // namespace
}  // namespace pressoir::pages
