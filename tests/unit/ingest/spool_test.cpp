#include "indexer/ingest/spool.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/ingest/limited_files.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Result;
using integration::TemporaryFolder;

std::vector<std::string> rest_of(Spool& spool) {
  std::vector<std::string> records;
  for (Result<std::optional<std::string>> record = spool.next(); record && *record;
       record = spool.next()) {
    records.push_back(**record);
  }
  return records;
}

TEST(Spool, GivesRecordsBackInTheirOrder) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  const std::vector<std::string> records = {"un", "", std::string("\0\n", 2),
                                            std::string(1'000'000, 'x')};
  for (const std::string& record : records) ASSERT_TRUE(spool.append(record));
  ASSERT_TRUE(spool.rewind());
  EXPECT_EQ(rest_of(spool), records);
}

TEST(Spool, IsEmptyWhenNothingWasAdded) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  ASSERT_TRUE(spool.rewind());
  const Result<std::optional<std::string>> record = spool.next();
  ASSERT_TRUE(record);
  EXPECT_FALSE(*record);
}

TEST(Spool, LeavesNoFileBehind) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  ASSERT_TRUE(spool.append("un"));
  EXPECT_TRUE(std::filesystem::is_empty(folder / "."));
}

TEST(Spool, NamesTheFolderThatItCannotWriteTo) {
  const Result<Spool> spool = Spool::in_folder("/absent");
  ASSERT_FALSE(spool);
  EXPECT_EQ(spool.error().code, Errc::kUnreadable);
  EXPECT_NE(spool.error().message.find("/absent"), std::string::npos);
}

TEST(Spool, SaysWhenThereIsNoRoom) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  const LimitedFiles limit(1 << 20);
  Result<void> added;
  for (int i = 0; i < 10 && added; ++i) added = spool.append(std::string(500'000, 'x'));
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, Errc::kNoSpace);
}

}  // namespace
}  // namespace pressoir::ingest
