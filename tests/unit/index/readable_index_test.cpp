#include "indexer/index/readable_index.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <map>
#include <string>

#include "indexer/index/change_log.hpp"
#include "indexer/index/open.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/writer.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

// Two shards on this machine.
class Shards : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(path("archive.stub")) << "auto first\nauto second\n";
    put("first", "un", 100);
    put("first", "deux", 200);
    put("second", "trois", 150);
  }

  void put(const std::string& shard, const std::string& page, std::int64_t now) const {
    IndexWriter writer = IndexWriter::open(path(shard)).value();
    writer.put(make_document(page, "Le titre", "Le texte de la page " + page), now).value();
    writer.put_label("d-un", "De " + shard).value();
    writer.put_label("d-" + shard, "De " + shard).value();
    writer.commit().value();
  }

  ReadableIndex open() const { return open_database(path("archive.stub")).value(); }
  std::string path(const std::string& name) const { return folder_.path(name); }

 private:
  TemporaryFolder folder_;
};

TEST_F(Shards, AreOneDatabase) {
  const ReadableIndex index = open();

  EXPECT_EQ(index.get_doccount(), 3u);
  EXPECT_FALSE(index.has_remote());
  EXPECT_EQ(index.shards().size(), 2u);
  EXPECT_EQ(index.updated(), 200);
  EXPECT_EQ(index.metadata(kSchemaKey), kSchemaVersion);
  const auto labels = index.labels();
  EXPECT_EQ(labels.size(), 3u);
  EXPECT_EQ(labels.at("d-un"), "De first");
  EXPECT_EQ(labels.at("d-second"), "De second");

  std::map<Xapian::docid, std::string> ids;
  for_each_value(index, kIdSlot,
                 [&](Xapian::docid number, const std::string& id) { ids[number] = id; });
  EXPECT_EQ(ids.size(), 3u);
  for (const auto& [number, id] : ids) {
    std::map<Xapian::docid, Xapian::termcount> postings;
    for_each_posting(index, term(kIdPrefix, id),
                     [&](Xapian::docid at, Xapian::termcount times) { postings[at] = times; });
    EXPECT_EQ(postings.size(), 1u);
    EXPECT_EQ(postings.begin()->first, number);
  }
}

TEST_F(Shards, HaveAnotherStateAfterEachCommitOfOne) {
  const auto before = open().revisions();
  EXPECT_EQ(open().revisions(), before);

  put("second", "quatre", 150);

  const auto after = open().revisions();
  EXPECT_EQ(after[0], before[0]);
  EXPECT_NE(after[1], before[1]);
  EXPECT_EQ(name_of(after), name_of({after[0]}) + "." + name_of({after[1]}));
}

TEST_F(Shards, TellTheirRevisionToReadersElsewhere) {
  const auto is_logged = [&] {
    const ReadableIndex index = open();
    return logged_revision(index.shards()[0].database) == index.revisions()[0].number;
  };
  EXPECT_TRUE(is_logged());

  const Xapian::rev before = open().revisions()[0].number;
  put("first", "un", 100);  // nothing new
  EXPECT_EQ(open().revisions()[0].number, before);
  put("first", "cinq", 100);
  EXPECT_GT(open().revisions()[0].number, before);
  EXPECT_TRUE(is_logged());
}

TEST_F(Shards, AreReadByTheToolsToo) {
  EXPECT_EQ(IndexReader::open(path("archive.stub"))->stats()->documents, 3u);
  EXPECT_EQ(check_index(path("archive.stub")).value(), 3u);
}

TEST_F(Shards, ThatAreStubsThemselvesAreRefused) {
  std::ofstream(path("outer.stub")) << "auto first\nauto archive.stub\n";

  const auto opened = open_database(path("outer.stub"));

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, base::Errc::kNotAnIndex);
  EXPECT_NE(opened.error().message.find("line 2"), std::string::npos) << opened.error().message;
}

TEST_F(Shards, ThatDoNotAnswerAreUnavailable) {
  std::ofstream(path("away.stub")) << "auto first\nremote 127.0.0.1:1\n";

  const auto opened = open_database(path("away.stub"), std::chrono::milliseconds(500));

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, base::Errc::kUnavailable);
  EXPECT_NE(opened.error().message.find("127.0.0.1:1"), std::string::npos)
      << opened.error().message;
}

}  // namespace
}  // namespace pressoir::index
