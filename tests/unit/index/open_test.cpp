#include "indexer/index/open.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/index/reader.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/writer.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

using base::Errc;

class OpenIndex : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path(name); }

  void write_file(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name)) << bytes;
  }
  void make_index(const std::string& name) const { ASSERT_TRUE(IndexWriter::open(path(name))); }

  Errc reading(const std::string& name) const {
    const auto reader = IndexReader::open(path(name));
    return reader ? Errc::kInternal : explained(reader.error(), name);
  }
  Errc writing(const std::string& name) const {
    const auto writer = IndexWriter::open(path(name));
    return writer ? Errc::kInternal : explained(writer.error(), name);
  }

 private:
  Errc explained(const base::Error& error, const std::string& name) const {
    EXPECT_NE(error.message.find(path(name)), std::string::npos) << error.message;
    return error.code;
  }

  TemporaryFolder folder_;
};

TEST_F(OpenIndex, IsMadeByWritersOnly) {
  EXPECT_EQ(reading("absent"), Errc::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(path("absent")));
  EXPECT_TRUE(IndexWriter::open(path("deep/er/index")));
  EXPECT_TRUE(IndexReader::open(path("deep/er/index")));
}

TEST_F(OpenIndex, TakesAnEmptyFolder) {
  std::filesystem::create_directory(path("empty"));
  EXPECT_EQ(reading("empty"), Errc::kNotAnIndex);
  EXPECT_TRUE(IndexWriter::open(path("empty")));
}

TEST_F(OpenIndex, RefusesAFile) {
  write_file("file", "pas un index");
  EXPECT_EQ(reading("file"), Errc::kNotAnIndex);
  EXPECT_EQ(writing("file"), Errc::kNotAnIndex);
}

TEST_F(OpenIndex, RefusesAFolderOfOtherThingsAndLeavesIt) {
  write_file("pages/index.html", "<p>Bonjour</p>");
  EXPECT_EQ(reading("pages"), Errc::kNotAnIndex);
  EXPECT_EQ(writing("pages"), Errc::kNotAnIndex);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path("pages")), {}), 1);
}

TEST_F(OpenIndex, RefusesAnotherProgramsXapianDatabase) {
  {
    Xapian::WritableDatabase other(path("other"));
    Xapian::Document document;
    document.add_term("autre");
    other.add_document(document);
    other.commit();
  }
  EXPECT_EQ(reading("other"), Errc::kNotAnIndex);
  EXPECT_EQ(writing("other"), Errc::kNotAnIndex);
}

TEST_F(OpenIndex, RefusesAnotherVersionAndSaysWhatToRun) {
  for (const std::string_view key : {kSchemaKey, kAnalyzerKey}) {
    const std::string name(key);
    make_index(name);
    Xapian::WritableDatabase(path(name)).set_metadata(std::string(key), "french-0 icu-1");
    EXPECT_EQ(reading(name), Errc::kIndexMismatch);
    EXPECT_EQ(writing(name), Errc::kIndexMismatch);
    // Documents of an unknown schema cannot be analysed again.
    const char* command =
        key == kSchemaKey ? "pressoir-index add --db" : "pressoir-index rebuild --db";
    EXPECT_NE(IndexReader::open(path(name)).error().message.find(command), std::string::npos);
  }
}

TEST_F(OpenIndex, RefusesAnIndexFromBeforeThereWereGenerations) {
  {
    Xapian::WritableDatabase old(path("old"));
    old.set_metadata(std::string(kSchemaKey), "4");
    old.commit();
  }
  EXPECT_EQ(reading("old"), Errc::kIndexMismatch);
  EXPECT_EQ(writing("old"), Errc::kIndexMismatch);
}

TEST_F(OpenIndex, MakesAnIndexAgainWhoseMakerWasKilled) {
  write_file("killed/generation-1/postlist.glass", "");
  write_file("killed/writer", "process 1\n");
  EXPECT_EQ(reading("killed"), Errc::kNotAnIndex);
  EXPECT_TRUE(IndexWriter::open(path("killed")));
  EXPECT_TRUE(IndexReader::open(path("killed")));
}

TEST_F(OpenIndex, RemovesWhatAKilledWriterLeft) {
  make_index("index");
  write_file("index/generation-2/postlist.glass", "");
  write_file("index/loading/0-0/postlist.glass", "");
  EXPECT_TRUE(IndexReader::open(path("index")));
  EXPECT_TRUE(IndexWriter::open(path("index")));
  EXPECT_FALSE(std::filesystem::exists(path("index/generation-2")));
  EXPECT_FALSE(std::filesystem::exists(path("index/loading")));
  EXPECT_TRUE(std::filesystem::exists(path("index/generation-1")));
}

TEST_F(OpenIndex, IsOpenedByXapianItself) {
  make_index("index");
  EXPECT_EQ(Xapian::Database(path("index")).get_metadata(std::string(kSchemaKey)), kSchemaVersion);
}

TEST_F(OpenIndex, RefusesDamagedFiles) {
  for (const char* file : {"iamglass", "postlist.glass"}) {
    const std::string name = std::string("damaged-") + file;
    make_index(name);
    write_file(name + "/generation-1/" + file, "zut");
    const Errc code = reading(name);
    EXPECT_TRUE(code == Errc::kIndexCorrupt || code == Errc::kNotAnIndex)
        << file << " " << base::to_string(code);
  }
}

TEST_F(OpenIndex, SaysWhenPermissionIsMissing) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  make_index("closed");
  chmod(path("closed/generation-1/iamglass").c_str(), 0);
  EXPECT_EQ(reading("closed"), Errc::kUnreadable);
}

}  // namespace
}  // namespace pressoir::index
