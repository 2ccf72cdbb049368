// What a commit tells of itself to readers of the commits before.
#include "indexer/index/change_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/index/open.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/writer.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

class ChangeLog : public testing::Test {
 protected:
  std::string path() const { return folder_.path("index"); }
  IndexWriter open_writer() const { return IndexWriter::open(path()).value(); }

  static void put(IndexWriter& writer, const std::string& page, const std::string& title = "") {
    writer.put(make_document(page, title, "Le budget"), 1).value();
  }

  Xapian::Database database() const { return open_database(path()).value(); }
  Xapian::rev revision() const { return database().get_revision(); }
  std::optional<DocumentNumbers> since(Xapian::rev revision) const {
    const Xapian::Database now = database();
    return changes_since(now, revision, now.get_revision());
  }

  // Stores what a program would that knows the format or does not.
  void store(const std::string& log) const {
    Xapian::WritableDatabase database = open_writable_index(path()).value().database;
    database.set_metadata(std::string(kChangesKey), log);
    database.commit();
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(ChangeLog, TellsWhatEachCommitAddedReplacedAndRemoved) {
  IndexWriter writer = open_writer();
  for (const char* page : {"a", "b", "c"}) put(writer, page);
  writer.commit().value();
  const Xapian::rev first = revision();
  put(writer, "b", "Neuf");
  put(writer, "d");
  writer.commit().value();
  const Xapian::rev second = revision();
  writer.remove(make_document("a", "", "").id).value();
  writer.commit().value();

  EXPECT_THAT(since(first), Optional(ElementsAre(1, 2, 4)));
  EXPECT_THAT(since(second), Optional(ElementsAre(1)));
  EXPECT_THAT(since(revision()), Optional(IsEmpty()));
}

TEST_F(ChangeLog, TellsOfCommitsOfLabelsAlone) {
  IndexWriter writer = open_writer();
  put(writer, "a");
  writer.commit().value();
  const Xapian::rev before = revision();
  writer.put_label("luc-roche", "Luc Roche").value();
  writer.commit().value();

  EXPECT_NE(revision(), before);
  EXPECT_THAT(since(before), Optional(IsEmpty()));
}

TEST_F(ChangeLog, GoesOnWithTheNextWriter) {
  {
    IndexWriter writer = open_writer();
    put(writer, "a");
    writer.commit().value();
  }
  const Xapian::rev before = revision();
  {
    IndexWriter writer = open_writer();
    put(writer, "b");
    writer.commit().value();
  }
  {
    IndexWriter writer = open_writer();
    put(writer, "c");
    writer.commit().value();
  }

  EXPECT_THAT(since(before), Optional(ElementsAre(2, 3)));
}

TEST_F(ChangeLog, LeavesOutWhatWasNotCommitted) {
  {
    IndexWriter writer = open_writer();
    put(writer, "a");
    writer.commit().value();
  }
  const Xapian::rev before = revision();
  {
    IndexWriter writer = open_writer();
    put(writer, "lost");
  }
  {
    IndexWriter writer = open_writer();
    put(writer, "b");
    writer.commit().value();
  }

  EXPECT_THAT(since(before), Optional(ElementsAre(2)));
}

TEST_F(ChangeLog, SaysNothingOfCommitsBeforeTheFirstItKnows) {
  IndexWriter writer = IndexWriter::open(path(), {.most_direct_documents = 100'000}).value();
  const Xapian::rev before = revision();
  for (std::size_t i = 0; i <= kMaxLoggedDocuments; ++i) {
    put(writer, std::to_string(i));
    if (i % 1000 == 999) writer.commit().value();
  }
  writer.commit().value();

  EXPECT_EQ(since(before), std::nullopt);
  EXPECT_EQ(since(revision() + 1), std::nullopt);
}

TEST_F(ChangeLog, SaysNothingOnceSomethingElseWasCommitted) {
  IndexWriter writer = open_writer();
  put(writer, "a");
  writer.commit().value();
  const Xapian::rev before = revision();
  put(writer, "b");
  writer.commit().value();
  { IndexWriter closed = std::move(writer); }
  store(database().get_metadata(std::string(kChangesKey)));

  EXPECT_EQ(since(before), std::nullopt);

  const Xapian::rev after = revision();
  writer = open_writer();
  put(writer, "c");
  writer.commit().value();
  EXPECT_EQ(since(before), std::nullopt);
  EXPECT_THAT(since(after), Optional(ElementsAre(3)));
}

TEST_F(ChangeLog, SaysNothingOfAnotherGeneration) {
  IndexWriter writer = IndexWriter::open(path(), {.most_direct_documents = 2}).value();
  for (const char* page : {"a", "b"}) put(writer, page);
  writer.commit().value();
  const Xapian::rev before = revision();
  for (const char* page : {"c", "d"}) put(writer, page);
  writer.commit().value();  // merged

  const Xapian::rev merged = revision();
  for (Xapian::rev i = 0; i + 1 < merged; ++i) EXPECT_EQ(since(i), std::nullopt) << before;
  writer.remove(make_document("c", "", "").id).value();
  writer.commit().value();
  EXPECT_THAT(since(merged), Optional(ElementsAre(3)));
}

TEST_F(ChangeLog, SaysNothingWhenItIsDamaged) {
  {
    IndexWriter writer = open_writer();
    put(writer, "a");
    writer.commit().value();
  }
  const std::string uuid = database().get_uuid();
  for (const char* commit :
       {"0", "x", "5,4", "5-4", "1-", "-1", "1,,2", "1-999999999", "4294967296", "1 2", "1-2-3"}) {
    const Xapian::rev before = revision();
    store(uuid + " " + std::to_string(before) + "\n" + commit + "\n");
    EXPECT_EQ(since(before), std::nullopt) << commit;
  }
  for (const std::string& log : {std::string(), std::string("\n"), uuid, uuid + " ", uuid + " x\n",
                                 std::string("x 1\n1\n"), std::string(10, '\0')}) {
    const Xapian::rev before = revision();
    store(log);
    EXPECT_EQ(since(before), std::nullopt) << log;
  }
  const Xapian::rev before = revision();
  store(uuid + " " + std::to_string(before) + "\n1,3-5\n");
  EXPECT_THAT(since(before), Optional(ElementsAre(1, 3, 4, 5)));
}

}  // namespace
}  // namespace pressoir::index
