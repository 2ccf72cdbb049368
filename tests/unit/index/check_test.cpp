#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/folder.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/writer.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

class CheckIndex : public testing::Test {
 protected:
  CheckIndex() : path_(folder_.path("index")) {
    IndexWriter writer = IndexWriter::open(path_).value();
    for (int i = 0; i < 200; ++i) {
      const std::string number = std::to_string(i);
      writer.put(make_document(number, "Titre " + number, "Le texte numéro " + number), 1).value();
    }
    writer.commit().value();
  }

  // Puts `data` in the place of the data of the first document.
  void replace_data(const std::string& data) const {
    Xapian::WritableDatabase database(path_);
    Xapian::Document document = database.get_document(1);
    document.set_data(data);
    database.replace_document(1, document);
  }
  void expect_damage() const {
    const auto checked = check_index(path_);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, base::Errc::kIndexCorrupt) << checked.error().message;
  }
  const std::string& path() const { return path_; }

 private:
  TemporaryFolder folder_;
  std::string path_;
};

TEST_F(CheckIndex, CountsTheDocumentsOfASoundIndex) {
  EXPECT_EQ(check_index(path()).value(), 200u);
}

TEST_F(CheckIndex, FindsDataThatIsNoDocument) {
  replace_data("zut");
  expect_damage();
}

TEST_F(CheckIndex, FindsADocumentInTheWrongPlace) {
  replace_data(encode_document(make_document("ailleurs", "Ailleurs", "texte")));
  expect_damage();
}

TEST_F(CheckIndex, FindsADocumentWithoutIdentity) {
  Xapian::WritableDatabase database(path());
  Xapian::Document document = database.get_document(1);
  document.remove_term(term(kIdPrefix, document.get_value(kIdSlot)));
  database.replace_document(1, document);
  database.close();
  expect_damage();
}

TEST_F(CheckIndex, FindsOverwrittenBlocks) {
  for (const char* file : {"docdata.glass", "postlist.glass", "termlist.glass"}) {
    std::fstream table(database_path(path()) + "/" + file,
                       std::ios::in | std::ios::out | std::ios::binary);
    table.seekp(20);
    table << std::string(60, '\x5A');
  }
  expect_damage();
}

TEST_F(CheckIndex, FindsTruncatedTables) {
  std::filesystem::resize_file(database_path(path()) + "/postlist.glass", 4096);
  expect_damage();
}

TEST_F(CheckIndex, SaysWhatIsNoIndex) {
  EXPECT_EQ(check_index(path() + "-absent").error().code, base::Errc::kNotFound);
  EXPECT_EQ(check_index("/").error().code, base::Errc::kNotAnIndex);
}

}  // namespace
}  // namespace pressoir::index
