#include "indexer/index/writer.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>
#include <utility>

#include "indexer/index/reader.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

using base::Document;
using base::Errc;

constexpr std::int64_t kMonday = 1'354'500'000;
constexpr std::int64_t kTuesday = kMonday + 86'400;

std::uint64_t count_documents(const std::string& path) {
  return IndexReader::open(path).value().stats().value().documents;
}

class IndexWriterTest : public testing::Test {
 protected:
  std::string path_of(const std::string& name) const { return folder_.path(name); }

  IndexWriter open(const WriterOptions& options = {}) {
    return IndexWriter::open(path(), options).value();
  }
  std::string path() const { return path_of("index"); }

 private:
  TemporaryFolder folder_;
};

TEST_F(IndexWriterTest, MakesAnEmptyIndexThatOpens) {
  { IndexWriter writer = open(); }
  EXPECT_EQ(count_documents(path()), 0u);
}

TEST_F(IndexWriterTest, StoresTheWholeDocument) {
  Document document = make_full_document();
  IndexWriter writer = open();

  EXPECT_EQ(writer.put(document, kMonday).value(), PutOutcome::kAdded);
  ASSERT_TRUE(writer.commit());

  document.first_indexed = kMonday;
  EXPECT_EQ(IndexReader::open(path()).value().document(document.id).value(), document);
}

TEST_F(IndexWriterTest, WritesNothingForAnUnchangedDocument) {
  const Document document = make_full_document();
  {
    IndexWriter writer = open();
    ASSERT_TRUE(writer.put(document, kMonday));
    ASSERT_TRUE(writer.commit());
  }

  IndexWriter writer = open();
  EXPECT_EQ(writer.put(document, kTuesday).value(), PutOutcome::kUnchanged);
  ASSERT_TRUE(writer.commit());

  EXPECT_EQ(IndexReader::open(path()).value().stats().value().updated, kMonday);
}

TEST_F(IndexWriterTest, ReplacesAChangedDocumentAndKeepsItsFirstDay) {
  Document document = make_full_document();
  IndexWriter writer = open();
  ASSERT_TRUE(writer.put(document, kMonday));
  ASSERT_TRUE(writer.commit());

  document.title = "Les pôles, corrigé";
  EXPECT_EQ(writer.put(document, kTuesday).value(), PutOutcome::kUpdated);
  ASSERT_TRUE(writer.commit());

  const IndexReader reader = IndexReader::open(path()).value();
  const Document stored = reader.document(document.id).value();
  EXPECT_EQ(stored.title, "Les pôles, corrigé");
  EXPECT_EQ(stored.first_indexed, kMonday);
  EXPECT_EQ(reader.stats().value().documents, 1u);
  EXPECT_EQ(reader.stats().value().updated, kTuesday);
}

TEST_F(IndexWriterTest, SeesItsOwnUncommittedDocuments) {
  const Document document = make_full_document();
  IndexWriter writer = open();
  ASSERT_TRUE(writer.put(document, kMonday));
  EXPECT_EQ(writer.put(document, kMonday).value(), PutOutcome::kUnchanged);
}

TEST_F(IndexWriterTest, RemovesDocuments) {
  const Document document = make_full_document();
  IndexWriter writer = open();
  ASSERT_TRUE(writer.put(document, kMonday));
  ASSERT_TRUE(writer.commit());

  EXPECT_TRUE(writer.remove(document.id).value());
  EXPECT_FALSE(writer.remove(document.id).value());
  ASSERT_TRUE(writer.commit());

  EXPECT_EQ(count_documents(path()), 0u);
  EXPECT_EQ(IndexReader::open(path()).value().document(document.id).error().code, Errc::kNotFound);
}

TEST_F(IndexWriterTest, RemovesNothingForIdsOfAnyKind) {
  IndexWriter writer = open();
  for (const std::string& id :
       {std::string(), std::string(1000, 'a'), std::string("a\0b", 3), std::string("\xFF")}) {
    const auto removed = writer.remove(id);
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_FALSE(*removed);
  }
}

TEST_F(IndexWriterTest, LosesWhatWasNotCommitted) {
  {
    IndexWriter writer = open();
    ASSERT_TRUE(writer.put(make_document("a", "Gardé", "texte"), kMonday));
    ASSERT_TRUE(writer.commit());
    ASSERT_TRUE(writer.put(make_document("b", "Perdu", "texte"), kMonday));
    ASSERT_TRUE(writer.remove(make_document("a", "", "").id));
    ASSERT_TRUE(writer.put_label("perdu", "Perdu"));
  }
  const IndexReader reader = IndexReader::open(path()).value();
  EXPECT_EQ(reader.stats().value().documents, 1u);
  EXPECT_TRUE(reader.document(make_document("a", "", "").id));
  EXPECT_EQ(check_index(path()).value(), 1u);
}

TEST_F(IndexWriterTest, CommitsByItselfWhenMuchIsWritten) {
  {
    IndexWriter writer = open({.commit_every_bytes = 1000});
    ASSERT_TRUE(writer.put(make_document("a", "Long", std::string(2000, 'a')), kMonday));
    ASSERT_TRUE(writer.put(make_document("b", "Court", "texte"), kMonday));
  }
  EXPECT_EQ(count_documents(path()), 1u);
}

TEST_F(IndexWriterTest, RefusesASecondWriter) {
  IndexWriter first = open();
  const auto second = IndexWriter::open(path());

  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::kIndexLocked);
  EXPECT_NE(second.error().message.find(path()), std::string::npos);
  EXPECT_NE(second.error().message.find("process " + std::to_string(getpid())), std::string::npos)
      << second.error().message;
}

TEST_F(IndexWriterTest, LetsTheNextWriterInWhenItEnds) {
  {
    IndexWriter first = open();
    ASSERT_TRUE(first.put(make_full_document(), kMonday));
  }
  EXPECT_TRUE(IndexWriter::open(path()));
}

TEST_F(IndexWriterTest, CanBeMoved) {
  IndexWriter first = open();
  ASSERT_TRUE(first.put(make_full_document(), kMonday));
  IndexWriter second = std::move(first);
  EXPECT_TRUE(second.commit());
  EXPECT_EQ(count_documents(path()), 1u);
}

TEST_F(IndexWriterTest, TakesHostileDocuments) {
  IndexWriter writer = open();
  Document document = make_document("hostile", std::string(100'000, 'a'), "");
  document.text = std::string("a\0b \xFF\xFE ", 7) + std::string(300'000, 'b') + " l’ -&-. 10 000";
  document.type = std::string(5000, 't');
  for (int i = 0; i < 2000; ++i) {
    document.themes.push_back("Thème/" + std::to_string(i));
    document.ministers.push_back({"ministre-" + std::to_string(i), "", "", {}});
    document.title += " mot" + std::to_string(i);
  }

  ASSERT_TRUE(writer.put(document, kMonday));
  ASSERT_TRUE(writer.commit());

  document.first_indexed = kMonday;
  EXPECT_EQ(IndexReader::open(path()).value().document(document.id).value(), document);
  EXPECT_EQ(check_index(path()).value(), 1u);
}

}  // namespace
}  // namespace pressoir::index
