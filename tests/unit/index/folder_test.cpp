#include "indexer/index/folder.hpp"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/index/writer.hpp"
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

using testing::HasSubstr;

class Stub : public testing::Test {
 protected:
  std::string write(const std::string& text, const std::string& name = "archive.stub") const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }
  std::string path(const std::string& name) const { return folder_.path(name); }

  std::string message_of(const std::string& text) const {
    const auto shards = read_stub(write(text));
    if (shards) return "read";
    EXPECT_EQ(shards.error().code, base::Errc::kNotAnIndex);
    return shards.error().message;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Stub, NamesFoldersAndShardsElsewhere) {
  const auto shards =
      read_stub(write("# parts\r\n\n auto  first \r\nglass ../second\n"
                      "remote archive-2.example:33333\nremote [::1]:1\n"
                      "auto /third with a space"));

  ASSERT_TRUE(shards) << shards.error().message;
  ASSERT_EQ(shards->size(), 5u);
  EXPECT_EQ((*shards)[0].folder, path("first"));
  EXPECT_EQ((*shards)[0].line, 3u);
  EXPECT_FALSE((*shards)[0].is_remote());
  EXPECT_EQ((*shards)[1].folder,
            std::filesystem::path(path("../second")).lexically_normal().string());
  EXPECT_TRUE((*shards)[2].is_remote());
  EXPECT_EQ((*shards)[2].host, "archive-2.example");
  EXPECT_EQ((*shards)[2].port, 33333);
  EXPECT_EQ((*shards)[3].host, "::1");
  EXPECT_EQ((*shards)[3].name(), "[::1]:1");
  EXPECT_EQ((*shards)[4].folder, "/third with a space");
}

TEST_F(Stub, RefusesALineThatIsNoShardAndNamesIt) {
  const char* const lines[] = {
      "remote",
      "remote :/bin/sh -c true",
      "remote host",
      "remote host:0",
      "remote host:1x",
      "remote host:65536",
      "remote a b:1",
      "remote ::1:33333",
      "remote [::1]",
      "remote []:1",
      "auto",
      "glass",
      "inmemory",
      "chert old",
      "un texte à lire",
      "archive-1",
      "remote host:-1 ",
      "\xff\xfe",
  };
  for (const char* line : lines) {
    EXPECT_THAT(message_of("auto first\n\n" + std::string(line) + "\n"), HasSubstr("line 3: "))
        << line;
  }
  EXPECT_THAT(message_of(std::string("auto a\0b", 8)), HasSubstr("line 1: "));
}

TEST_F(Stub, RefusesWhatIsNoListOfShards) {
  EXPECT_THAT(message_of(""), HasSubstr("names no shard"));
  EXPECT_THAT(message_of("# only a remark\n"), HasSubstr("names no shard"));
  EXPECT_THAT(message_of(std::string(kMaxStubBytes + 1, '\n')), HasSubstr("short list"));
  std::string many;
  for (std::size_t i = 0; i <= kMaxShards; ++i) many += "auto " + std::to_string(i) + "\n";
  EXPECT_THAT(message_of(many), HasSubstr("line 65: more than 64"));
  std::filesystem::create_directory(path("folder"));
  EXPECT_EQ(read_stub(path("folder")).error().code, base::Errc::kNotAnIndex);
  EXPECT_EQ(read_stub("/dev/zero").error().code, base::Errc::kNotAnIndex);
}

TEST_F(Stub, IsAFileOrAFolderThatIsNoIndex) {
  const std::string file = write("auto first\n");
  write("auto first\n", "shards/XAPIANDB");
  ASSERT_TRUE(IndexWriter::open(path("index")));
  std::filesystem::create_directory(path("empty"));

  EXPECT_EQ(stub_file(file), file);
  EXPECT_EQ(stub_file(path("shards")), path("shards/XAPIANDB"));
  EXPECT_FALSE(stub_file(path("index")));
  EXPECT_FALSE(stub_file(path("index/generation-1")));
  EXPECT_FALSE(stub_file(path("empty")));
  EXPECT_FALSE(stub_file(path("absent")));
}

}  // namespace
}  // namespace pressoir::index
