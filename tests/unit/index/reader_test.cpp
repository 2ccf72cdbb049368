#include "indexer/index/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/index/writer.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

using base::Document;

class IndexReaderTest : public testing::Test {
 protected:
  IndexReaderTest() : path_(folder_.path("index")) {}

  void put_all(const std::vector<Document>& documents) {
    IndexWriter writer = IndexWriter::open(path_).value();
    for (const Document& document : documents) ASSERT_TRUE(writer.put(document, 1'354'500'000));
    ASSERT_TRUE(writer.commit());
  }
  IndexReader open() { return IndexReader::open(path_).value(); }

 private:
  TemporaryFolder folder_;
  std::string path_;
};

Document dated(std::string_view page, base::Date date) {
  Document document = make_document(page, "Titre", "texte de la page");
  document.date = date;
  return document;
}

TEST_F(IndexReaderTest, FindsNoUnknownId) {
  put_all({make_full_document()});
  const IndexReader reader = open();
  for (const std::string& id : {std::string(), std::string("aaaaaaaaaaaaaaaa"),
                                std::string(100'000, 'a'), std::string("\0", 1)}) {
    const auto document = reader.document(id);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, base::Errc::kNotFound) << document.error().message;
    EXPECT_LT(document.error().message.size(), 300u);
  }
}

TEST_F(IndexReaderTest, VisitsDocumentsInTheOrderOfIds) {
  std::vector<Document> documents;
  for (int i = 0; i < 50; ++i)
    documents.push_back(dated("page-" + std::to_string(i), {2012, 1, 1}));
  put_all(documents);

  std::vector<std::string> visited;
  ASSERT_TRUE(open().for_each([&](const Document& document) {
    visited.push_back(document.id);
    return true;
  }));

  EXPECT_EQ(visited.size(), 50u);
  EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
}

TEST_F(IndexReaderTest, StopsWhenTheVisitorHasEnough) {
  put_all({dated("a", {}), dated("b", {}), dated("c", {})});
  int visited = 0;
  ASSERT_TRUE(open().for_each([&](const Document&) { return ++visited < 2; }));
  EXPECT_EQ(visited, 2);
}

TEST_F(IndexReaderTest, CountsInStats) {
  put_all({dated("a", {2012, 12, 5}), dated("b", {1998, 0, 0}), dated("c", {2024, 3, 0}),
           dated("d", {})});
  const IndexStats stats = open().stats().value();

  EXPECT_EQ(stats.documents, 4u);
  EXPECT_EQ(stats.dated, 3u);
  EXPECT_EQ(stats.first_date, (base::Date{1998, 0, 0}));
  EXPECT_EQ(stats.last_date, (base::Date{2024, 3, 0}));
  EXPECT_EQ(stats.updated, 1'354'500'000);
  EXPECT_GT(stats.terms, 0u);
  EXPECT_GT(stats.bytes, 0u);
  EXPECT_FALSE(stats.schema.empty());
  EXPECT_FALSE(stats.analyzer.empty());
}

TEST_F(IndexReaderTest, CountsNothingInAnEmptyIndex) {
  put_all({});
  const IndexStats stats = open().stats().value();
  EXPECT_EQ(stats.documents, 0u);
  EXPECT_FALSE(stats.first_date);
  EXPECT_FALSE(stats.last_date);
}

TEST_F(IndexReaderTest, SeesTheCommitItOpened) {
  put_all({dated("a", {})});
  const IndexReader reader = open();
  put_all({dated("b", {})});
  EXPECT_EQ(reader.stats().value().documents, 1u);
  EXPECT_EQ(open().stats().value().documents, 2u);
}

}  // namespace
}  // namespace pressoir::index
