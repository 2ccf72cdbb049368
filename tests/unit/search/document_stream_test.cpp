#include "server/search/document_stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search {
namespace {

constexpr int kDocuments = 300;

class DocumentStreamTest : public SearchFixture {
 protected:
  void SetUp() override {
    std::vector<base::Document> documents;
    for (int i = 0; i < kDocuments; ++i) {
      documents.push_back(make_document("page-" + std::to_string(i), "Titre",
                                        i % 3 == 0 ? "La forêt française avance." : "Le budget."));
    }
    put_all(documents);
    search("budget");  // opens the archive
  }

  std::unique_ptr<DocumentStream> stream(const std::string& q, std::string_view after = "") {
    query::SearchRequest request;
    request.q = q;
    return searcher().stream(request, after).value();
  }

  // The ids that are left; the last one is empty when the stream was cut.
  static std::vector<std::string> ids_of(DocumentStream& stream) {
    std::vector<std::string> ids;
    for (;;) {
      const auto document = stream.next(DocumentStream::Text::kNo);
      if (!document) return ids.push_back(""), ids;
      if (!*document) return ids;
      ids.push_back((*document)->id);
    }
  }
};

TEST_F(DocumentStreamTest, GivesEveryMatchInTheOrderOfTheIds) {
  const auto all = stream("");
  const auto forests = stream("forêt");
  EXPECT_EQ(all->total(), 300U);
  EXPECT_EQ(forests->total(), 100U);

  const auto ids = ids_of(*all);
  EXPECT_EQ(ids.size(), 300U);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(ids_of(*forests).size(), 100U);
}

TEST_F(DocumentStreamTest, GoesOnBehindAnyId) {
  const auto ids = ids_of(*stream(""));

  for (const std::size_t at : {std::size_t{0}, std::size_t{150}, std::size_t{299}}) {
    const auto rest = ids_of(*stream("", ids[at]));
    EXPECT_EQ(rest, std::vector<std::string>(ids.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                             ids.end()));
  }
  EXPECT_EQ(ids_of(*stream("", "0")).size(), 300U) << "an id need not exist";
  EXPECT_TRUE(ids_of(*stream("", "zzzz")).empty());
}

TEST_F(DocumentStreamTest, GivesTheTextOnlyWhenAskedTo) {
  EXPECT_TRUE(stream("forêt")->next(DocumentStream::Text::kNo).value()->text.empty());
  EXPECT_FALSE(stream("forêt")->next(DocumentStream::Text::kYes).value()->text.empty());
}

TEST_F(DocumentStreamTest, BeginsAtTheNewestState) {
  const auto archive = Archive::open(path(), {.poll_interval = std::chrono::hours(1)}).value();
  Searcher searcher(*archive);
  const std::string old = searcher.search({}).value().revision;
  for (int i = 0; i < 100; ++i) {
    put_all({make_document("page-" + std::to_string(i), "Titre", "Un autre texte.")});
  }

  const auto open = searcher.stream({}, "").value();

  EXPECT_NE(open->revision(), old);
  const auto ids = ids_of(*open);
  EXPECT_EQ(ids.size(), 300U);
  EXPECT_NE(ids.back(), "") << "the stream was cut";
}

TEST_F(DocumentStreamTest, ACommitChangesNothingInIt) {
  const auto before = ids_of(*stream(""));
  const auto open = stream("");

  put_all({make_document("nouveau", "Titre", "Un texte de plus.")});

  EXPECT_EQ(ids_of(*open), before);
}

TEST_F(DocumentStreamTest, ManyCommitsCutItOrChangeNothing) {
  const auto before = ids_of(*stream(""));
  const auto open = stream("");
  std::vector<std::string> got;
  for (int i = 0; i < 10; ++i) got.push_back((*open->next(DocumentStream::Text::kNo))->id);

  for (int i = 0; i < 20; ++i) {
    std::vector<base::Document> changed;
    for (int j = 0; j < kDocuments; ++j) {
      changed.push_back(make_document("page-" + std::to_string(j), "Titre",
                                      "Tour " + std::to_string(i) + " du budget."));
    }
    put_all(changed);
  }
  auto rest = ids_of(*open);
  const bool is_cut = !rest.empty() && rest.back().empty();
  if (is_cut) rest.pop_back();
  got.insert(got.end(), rest.begin(), rest.end());

  EXPECT_TRUE(std::equal(got.begin(), got.end(), before.begin()));
  if (!is_cut) {
    EXPECT_EQ(got, before);
  }
}

}  // namespace
}  // namespace pressoir::search
