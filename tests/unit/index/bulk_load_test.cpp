// Many new documents: segments, merging, generations.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>

#include "indexer/index/folder.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/writer.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

using base::Document;

constexpr std::int64_t kMonday = 1'354'500'000;

Document numbered(int number, const std::string& title = "Discours") {
  return make_document(std::to_string(number), title,
                       "Le discours numéro " + std::to_string(number) + " sur l’industrie");
}

class BulkLoad : public testing::Test {
 protected:
  std::string path() const { return folder_.path("index"); }

  // Everything goes into segments.
  IndexWriter open(unsigned jobs = 2) const {
    return IndexWriter::open(path(), {.jobs = jobs, .most_direct_documents = 0}).value();
  }

  // Title by address.
  std::map<std::string, std::string> stored() const {
    std::map<std::string, std::string> titles;
    const auto read = IndexReader::open(path()).value().for_each([&](const Document& document) {
      titles[document.url] = document.title;
      return true;
    });
    EXPECT_TRUE(read);
    return titles;
  }

  std::uint64_t checked() const {
    const auto documents = check_index(path());
    EXPECT_TRUE(documents) << documents.error().message;
    return documents ? *documents : 0;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(BulkLoad, HoldsEveryDocument) {
  IndexWriter writer = open();
  constexpr int kCount = 3000;
  for (int i = 0; i < kCount; ++i) {
    ASSERT_EQ(writer.put(numbered(i), kMonday).value(), PutOutcome::kAdded);
  }
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(checked(), static_cast<std::uint64_t>(kCount));
  EXPECT_FALSE(std::filesystem::exists(loading_folder(path())));
}

TEST_F(BulkLoad, KeepsTheLastOfOneAddress) {
  IndexWriter writer = open();
  for (int i = 0; i < 700; ++i) {
    const auto put = writer.put(numbered(i % 350, "Version " + std::to_string(i / 350)), kMonday);
    ASSERT_EQ(put.value(), i < 350 ? PutOutcome::kAdded : PutOutcome::kUpdated);
  }
  ASSERT_TRUE(writer.commit());
  const auto titles = stored();
  EXPECT_EQ(checked(), 350u);
  EXPECT_EQ(titles.size(), 350u);
  for (const auto& [url, title] : titles) EXPECT_EQ(title, "Version 1") << url;
}

TEST_F(BulkLoad, ReplacesAndRemovesWhatWasMerged) {
  IndexWriter writer = open();
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(writer.put(numbered(i), kMonday));
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(writer.put(numbered(1), kMonday).value(), PutOutcome::kUnchanged);
  EXPECT_EQ(writer.put(numbered(2, "Corrigé"), kMonday).value(), PutOutcome::kUpdated);
  EXPECT_EQ(writer.put(numbered(1000), kMonday).value(), PutOutcome::kAdded);
  EXPECT_TRUE(writer.remove(numbered(1000).id).value());
  EXPECT_TRUE(writer.remove(numbered(3).id).value());
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(checked(), 299u);
  EXPECT_EQ(stored()[numbered(2).url], "Corrigé");
}

TEST_F(BulkLoad, IsSeenByReadersBeforeItsEnd) {
  IndexWriter writer =
      IndexWriter::open(path(), {.merge_every_bytes = 20'000, .most_direct_documents = 0}).value();
  const IndexReader before = IndexReader::open(path()).value();
  for (int i = 0; i < 2000; ++i) ASSERT_TRUE(writer.put(numbered(i), kMonday));
  EXPECT_GT(IndexReader::open(path()).value().stats().value().documents, 0u);
  EXPECT_EQ(before.stats().value().documents, 0u);
}

TEST_F(BulkLoad, LosesWhatWasNotCommitted) {
  {
    IndexWriter writer = open();
    for (int i = 0; i < 300; ++i) ASSERT_TRUE(writer.put(numbered(i), kMonday));
  }
  EXPECT_EQ(checked(), 0u);
  EXPECT_FALSE(std::filesystem::exists(loading_folder(path())));
}

TEST_F(BulkLoad, KeepsLabelsAndTheTimeOfTheCommit) {
  {
    IndexWriter writer = open();
    ASSERT_TRUE(writer.put_label("valls", "Manuel Valls"));
    ASSERT_TRUE(writer.put(numbered(1), kMonday));
    ASSERT_TRUE(writer.commit());
  }
  EXPECT_EQ(IndexReader::open(path()).value().stats().value().updated, kMonday);
  const auto generation = current_generation(path());
  IndexWriter writer = open();
  ASSERT_TRUE(writer.put_label("valls", "Manuel Valls"));
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(current_generation(path()), generation);
}

TEST_F(BulkLoad, GivesTheSameNumbersWhateverTheThreads) {
  std::map<unsigned, std::string> first_of;
  for (const unsigned jobs : {1u, 4u}) {
    std::filesystem::remove_all(path());
    IndexWriter writer = open(jobs);
    for (int i = 0; i < 900; ++i) ASSERT_TRUE(writer.put(numbered(i), kMonday));
    ASSERT_TRUE(writer.commit());
    Xapian::Database database(path());
    for (Xapian::docid number = 1; number <= 900; ++number) {
      first_of[jobs] += database.get_document(number).get_value(kIdSlot);
    }
  }
  EXPECT_EQ(first_of[1], first_of[4]);
}

TEST_F(BulkLoad, WritesFewDocumentsStraightIntoALargeIndex) {
  {
    IndexWriter writer = open();
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(writer.put(numbered(i), kMonday));
    ASSERT_TRUE(writer.commit());
  }
  const auto generation = current_generation(path());
  IndexWriter writer = IndexWriter::open(path(), {.most_direct_documents = 5}).value();
  for (int i = 1000; i < 1100; ++i) ASSERT_TRUE(writer.put(numbered(i), kMonday));
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(current_generation(path()), generation);
  EXPECT_EQ(checked(), 1100u);
}

}  // namespace
}  // namespace pressoir::index
