#include "indexer/index/rebuild.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
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
using base::Errc;

constexpr std::int64_t kMonday = 1'354'500'000;

class RebuildTest : public testing::Test {
 protected:
  std::string path() const { return folder_.path("index"); }

  void make_index(const std::vector<Document>& documents) const {
    IndexWriter writer = IndexWriter::open(path()).value();
    for (const Document& document : documents) ASSERT_TRUE(writer.put(document, kMonday));
    ASSERT_TRUE(writer.put_label("fleur-pellerin", "Fleur Pellerin"));
    ASSERT_TRUE(writer.commit());
  }

  // As an older version left it: other metadata, and a term that no version writes any more.
  void make_old() const {
    Xapian::WritableDatabase database(database_path(path()), Xapian::DB_OPEN);
    database.set_metadata(std::string(kSchemaKey),
                          "9" + std::string(kSchemaVersion.substr(kSchemaVersion.find('-'))));
    database.set_metadata(std::string(kAnalyzerKey), "french-4");
    if (database.get_doccount() > 0) {
      Xapian::Document document = database.get_document(1);
      document.add_term("Zold");
      database.replace_document(1, document);
    }
    database.commit();
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(RebuildTest, IsWhatTheErrorOfAnOlderIndexSaysToRun) {
  make_index({make_full_document()});
  make_old();

  const auto error = IndexReader::open(path()).error();
  EXPECT_EQ(error.code, Errc::kIndexMismatch);
  EXPECT_NE(error.message.find("pressoir-index rebuild --db " + path()), std::string::npos)
      << error.message;
}

TEST_F(RebuildTest, KeepsDocumentsAndLabelsAndWritesTheirTermsAnew) {
  Document document = make_full_document();
  document.first_indexed = kMonday;
  make_index({document, make_document("autre", "", "Hier la Creuse a voté.")});
  make_old();

  EXPECT_EQ(rebuild_index(path(), 2).value(), 2U);

  const IndexReader reader = IndexReader::open(path()).value();
  EXPECT_EQ(reader.document(document.id).value(), document);
  const Xapian::Database database(database_path(path()));
  EXPECT_FALSE(database.term_exists("Zold"));
  EXPECT_TRUE(database.term_exists("Ncreuse"));
  EXPECT_EQ(database.get_metadata(std::string(kLabelPrefix) + "fleur-pellerin"), "Fleur Pellerin");
  EXPECT_EQ(check_index(path()).value(), 2U);
}

TEST_F(RebuildTest, OfAnEmptyIndexGivesAnEmptyOneThatCanBeWritten) {
  make_index({});
  make_old();

  EXPECT_EQ(rebuild_index(path(), 1).value(), 0U);

  IndexWriter writer = IndexWriter::open(path()).value();
  EXPECT_EQ(writer.put(make_full_document(), kMonday).value(), PutOutcome::kAdded);
}

TEST_F(RebuildTest, LeavesOneGeneration) {
  make_index({make_full_document()});
  const auto before = *current_generation(path());

  ASSERT_TRUE(rebuild_index(path(), 1));

  EXPECT_EQ(current_generation(path()), before + 1);
  EXPECT_FALSE(std::filesystem::exists(generation_folder(path(), before)));
  EXPECT_FALSE(std::filesystem::exists(loading_folder(path())));
}

TEST_F(RebuildTest, FailsWhileAnotherWriterHoldsTheIndexAndWhereThereIsNone) {
  EXPECT_EQ(rebuild_index(path(), 1).error().code, Errc::kNotFound);
  make_index({make_full_document()});
  const IndexWriter writer = IndexWriter::open(path()).value();
  EXPECT_EQ(rebuild_index(path(), 1).error().code, Errc::kIndexLocked);
}

TEST_F(RebuildTest, LeavesAnIndexWhoseDocumentsItCannotRead) {
  make_index({make_full_document()});
  make_old();
  {
    Xapian::WritableDatabase database(database_path(path()), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(1);
    document.set_data("\x01 of an older version");
    database.replace_document(1, document);
    database.commit();
  }
  const auto before = current_generation(path());

  EXPECT_EQ(rebuild_index(path(), 1).error().code, Errc::kIndexMismatch);
  EXPECT_EQ(current_generation(path()), before);
}

}  // namespace
}  // namespace pressoir::index
