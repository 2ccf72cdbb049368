#include "indexer/index/folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

constexpr std::uint64_t kMoreThanAnyDisk = std::uint64_t{1} << 60;

TEST(DiskSpace, SaysWhatIsMissingAndWhere) {
  const TemporaryFolder folder;

  const auto refused = require_space(folder.path(), kMoreThanAnyDisk, "/srv/index");

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, base::Errc::kNoSpace);
  EXPECT_NE(refused.error().message.find("no space is left for the index in /srv/index: "),
            std::string::npos);
  EXPECT_NE(refused.error().message.find(" MB are needed to go on"), std::string::npos);
}

TEST(DiskSpace, IsEnoughForLittle) {
  const TemporaryFolder folder;

  EXPECT_TRUE(require_space(folder.path(), 1, "/srv/index"));
}

TEST(DiskSpace, IsNotRefusedWhereItCannotBeTold) {
  EXPECT_TRUE(require_space("/no/such/folder", kMoreThanAnyDisk, "/srv/index"));
}

TEST(DiskSpace, CountsFilesAndThoseOfAllFolders) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path("a/b"));
  std::ofstream(folder.path("one")) << "12345";
  std::ofstream(folder.path("a/b/two")) << "123";

  const std::vector<std::string> paths = {folder.path("a"), folder.path("one")};

  EXPECT_EQ(bytes_on_disk(folder.path()), 8u);
  EXPECT_EQ(bytes_on_disk(folder.path("one")), 5u);
  EXPECT_EQ(bytes_on_disk(paths), 8u);
  EXPECT_EQ(bytes_on_disk("/no/such/folder"), 0u);
}

}  // namespace
}  // namespace pressoir::index
