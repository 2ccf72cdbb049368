#include "server/related/distinctive_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::related {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

class DistinctiveWordsTest : public search::SearchFixture {
 protected:
  // Ten speeches of one person about ships, among a hundred documents that name the person too.
  void SetUp() override {
    std::vector<base::Document> documents;
    for (int i = 0; i < 100; ++i) {
      const bool is_speech = i % 10 == 0;
      base::Document document = make_document(
          "page" + std::to_string(i), "Titre",
          is_speech ? "Nos porte-conteneurs et nos navires, dit Hermine, sont avec 2012 la France."
                    : "La France débat de ses routes, de ses écoles et de tout.");
      if (i == 1) document = make_document("page1", "Titre", "goélette goélette goélette");
      if (i % 2 == 0) {
        document.ministers.push_back({"zoe-hermine", "Zoé Hermine", "",
                                      is_speech ? base::Role::kSpeaker : base::Role::kMentioned,
                                      ""});
      }
      documents.push_back(std::move(document));
    }
    put_all(documents);
    search("");
  }

  DistinctiveWords words_of(const std::string& speaker) {
    DistinctiveRequest request;
    request.search.filters[static_cast<std::size_t>(base::Facet::kMinister)].any_of = {
        "zoe-hermine"};
    request.speaker = speaker;
    request.left_out = "zoe-hermine";
    return searcher().distinctive_words(request).value();
  }
  static std::vector<std::string> written(const DistinctiveWords& found) {
    std::vector<std::string> words;
    for (const DistinctiveWord& word : found.words) words.push_back(word.written);
    return words;
  }
};

TEST_F(DistinctiveWordsTest, AreThoseOfTheSpeakersOwnTexts) {
  const DistinctiveWords found = words_of("zoe-hermine");

  EXPECT_TRUE(found.is_spoken);
  EXPECT_EQ(found.compared, 10u);
  EXPECT_EQ(found.total, 50u);
  EXPECT_THAT(written(found), AllOf(Contains("navires"), Contains("conteneurs"),
                                    Not(Contains("routes")), Not(Contains("france"))));
}

TEST_F(DistinctiveWordsTest, LeaveOutNamesNumbersStopWordsAndJoinedCompounds) {
  EXPECT_THAT(written(words_of("zoe-hermine")),
              AllOf(Not(Contains("hermine")), Not(Contains("2012")), Not(Contains("avec")),
                    Not(Contains("porteconteneurs"))));
}

TEST_F(DistinctiveWordsTest, AreNoWordOfOneText) {
  DistinctiveRequest request;
  request.search.q = "goelette";
  EXPECT_THAT(written(searcher().distinctive_words(request).value()), IsEmpty());
}

TEST_F(DistinctiveWordsTest, AreNoneOfNearlyTheWholeArchive) {
  EXPECT_THAT(written(searcher().distinctive_words({}).value()), IsEmpty());
}

TEST(SampleOf, TakesEverySoMany) {
  store::DocumentSet all(1'000);
  for (std::uint32_t i = 1; i <= 1'000; ++i) all.add(i);

  EXPECT_EQ(sample_of(all, 1'000).size(), 1'000u);
  EXPECT_EQ(sample_of(all, 300).size(), 250u);
  EXPECT_EQ(sample_of(all, 10).size(), 10u);
}

}  // namespace
}  // namespace pressoir::related
