#include "server/query/expand/accent_restorer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/index/open.hpp"
#include "server/query/query_parser.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::query::expand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AccentRestorerTest : public search::SearchFixture {
 protected:
  // The stems that the first word of a query is given besides its own.
  std::vector<std::string> restored(const std::string& q) {
    text::Analyzer analyzer;
    Query query = parse_query(q, MatchMode::kAuto, analyzer).value().query;
    const index::ReadableIndex index = index::open_database(path()).value();
    const store::Spellings spellings(index);
    const store::FrequentPostings none;
    store::Postings postings(index, spellings, none);
    restore_accents(query, spellings, postings, analyzer);
    while (query.words.empty()) query = Query(query.children.back());
    return query.words.front().other_stems;
  }

  std::string stem(const std::string& word) {
    text::Analyzer analyzer;
    return std::string(analyzer.analyze(word).front().stem);
  }

  // `count` documents with the one word.
  void put_words(const std::string& word, int count) {
    std::vector<base::Document> documents;
    for (int i = 0; i < count; ++i) {
      documents.push_back(make_document(word + std::to_string(i), "", word));
    }
    put_all(documents);
  }
};

TEST_F(AccentRestorerTest, GivesStemsOfAccentedForms) {
  put_words("associé", 1);
  ASSERT_NE(stem("associe"), stem("associé"));
  EXPECT_THAT(restored("associe"), ElementsAre(stem("associé")));
  EXPECT_THAT(restored("ASSOCIE"), ElementsAre(stem("associé")));
}

TEST_F(AccentRestorerTest, LeavesWordsTypedWithAccents) {
  put_words("associé", 1);
  EXPECT_THAT(restored("associé"), IsEmpty());
}

TEST_F(AccentRestorerTest, LeavesWordsThatAreNeverAccented) {
  put_words("ministre", 1);
  EXPECT_THAT(restored("ministre"), IsEmpty());
  EXPECT_THAT(restored("inconnu"), IsEmpty());
}

TEST_F(AccentRestorerTest, LeavesOutFormsThatAreRareMistakes) {
  ASSERT_NE(stem("reelle"), stem("reélle"));
  put_words("réelle", 41);
  put_words("reélle", 2);
  EXPECT_THAT(restored("reelle"), IsEmpty());
  put_words("reélle", 3);
  EXPECT_THAT(restored("reelle"), ElementsAre(stem("reélle")));
}

TEST_F(AccentRestorerTest, ReadsFormsOfTheWordAloneNotOfLongerOnes) {
  put_words("côtés", 1);
  EXPECT_THAT(restored("cote"), IsEmpty());
}

TEST_F(AccentRestorerTest, ReachesExcludedWordsAndCompounds) {
  put_words("associé", 1);
  EXPECT_THAT(restored("ministre -associe"), ElementsAre(stem("associé")));
}

}  // namespace
}  // namespace pressoir::query::expand
