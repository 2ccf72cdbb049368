#include "indexer/ingest/spool.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <vector>

#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/ingest/limited_files.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Error;
using base::Result;
using integration::TemporaryFolder;

// Each item as its name, the bytes read for it, and its content or error.
std::vector<std::string> rest_of(Spool& spool) {
  std::vector<std::string> items;
  for (Result<std::optional<SpooledItem>> item = spool.next(); item && *item; item = spool.next()) {
    const SpooledItem& read = **item;
    items.push_back(read.name + " " + std::to_string(read.bytes_read) + " " +
                    (read.content ? *read.content
                                  : std::string(to_string(read.content.error().code)) + ": " +
                                        read.content.error().message));
  }
  return items;
}

TEST(Spool, GivesItemsBackInTheirOrder) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  const std::string binary("\0\n", 2);
  ASSERT_TRUE(spool.append({"a", 10, std::string("un")}));
  ASSERT_TRUE(spool.append({"b", 20, Error{Errc::kTooLarge, "is too large"}}));
  ASSERT_TRUE(spool.append({"", 0, std::string()}));
  ASSERT_TRUE(spool.append({"c", 5'000'000'000, binary}));
  ASSERT_TRUE(spool.append({"d", 1, std::string(1'000'000, 'x')}));
  ASSERT_TRUE(spool.rewind());
  EXPECT_EQ(rest_of(spool), (std::vector<std::string>{"a 10 un", "b 20 too_large: is too large",
                                                      " 0 ", "c 5000000000 " + binary,
                                                      "d 1 " + std::string(1'000'000, 'x')}));
}

// Bytes that the file without a name takes on the disk.
std::uint64_t bytes_on_disk(const TemporaryFolder& folder) {
  for (const auto& file : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code gone;
    const std::string target = std::filesystem::read_symlink(file.path(), gone).native();
    struct stat status {};
    if (!target.starts_with(folder.path().native()) || stat(file.path().c_str(), &status) != 0) {
      continue;
    }
    return static_cast<std::uint64_t>(status.st_blocks) * 512;
  }
  return 0;
}

TEST(Spool, GivesTheRoomOfWhatWasReadBack) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(spool.append(
        {std::to_string(i), 1, std::string(1'000'003, static_cast<char>('a' + i % 26))}));
  }
  ASSERT_TRUE(spool.rewind());
  const std::uint64_t before = bytes_on_disk(folder);
  EXPECT_GE(before, 50'000'000u);
  for (int i = 0; i < 50; ++i) {
    const auto item = spool.next();
    ASSERT_TRUE(item && *item) << i;
    EXPECT_EQ((*item)->name, std::to_string(i));
    EXPECT_TRUE(*(*item)->content == std::string(1'000'003, static_cast<char>('a' + i % 26))) << i;
  }
  EXPECT_LT(bytes_on_disk(folder), before / 2);
}

TEST(Spool, IsEmptyWhenNothingWasAdded) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  ASSERT_TRUE(spool.rewind());
  const Result<std::optional<SpooledItem>> item = spool.next();
  ASSERT_TRUE(item);
  EXPECT_FALSE(*item);
}

TEST(Spool, LeavesNoFileBehind) {
  const TemporaryFolder folder;
  Spool spool = Spool::in_folder(folder / ".").value();
  ASSERT_TRUE(spool.append({"a", 10, std::string("un")}));
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
  for (int i = 0; i < 10 && added; ++i) added = spool.append({"a", 1, std::string(500'000, 'x')});
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, Errc::kNoSpace);
}

}  // namespace
}  // namespace pressoir::ingest
