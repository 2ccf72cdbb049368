#include "indexer/sources/folder_source.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <vector>

#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::sources {
namespace {

namespace fs = std::filesystem;
using integration::TemporaryFolder;

constexpr std::string_view kPage = "<!DOCTYPE html><title>Vœux</title><p>Mes chers compatriotes";
constexpr std::string_view kRecord = R"({"url": "https://a.fr/1", "title": "Vœux"})";

std::string outcome_of(const Item<Content>& item) {
  if (!item.content) return std::string(to_string(item.content.error().code));
  return item.content->type == MediaType::kHtml ? item.content->url
                                                : "record " + item.content->bytes;
}

// Each item's name below `folder`, and its address or its cause.
std::vector<std::string> items_of(const TemporaryFolder& folder, SourceOptions options = {}) {
  if (options.base_url.empty()) options.base_url = "http://a.fr";
  auto source = open_source(folder.path().string(), options);
  std::vector<std::string> items;
  if (!source) return {std::string(to_string(source.error().code))};
  while (const std::optional<Item<Content>> item = (*source)->next()) {
    const std::string name = item->name.substr(folder.path().string().size() + 1);
    items.push_back(name + " " + outcome_of(*item));
  }
  return items;
}

using Items = std::vector<std::string>;

TEST(FolderSource, WalksInTheOrderOfNames) {
  const TemporaryFolder folder;
  for (const char* name : {"b.html", "a/2.html", "a/10.html", "c/d/e.html", "A.html"}) {
    folder.write(name, kPage);
  }
  EXPECT_EQ(items_of(folder), (Items{"A.html http://a.fr/A.html", "a/10.html http://a.fr/a/10.html",
                                     "a/2.html http://a.fr/a/2.html", "b.html http://a.fr/b.html",
                                     "c/d/e.html http://a.fr/c/d/e.html"}));
}

TEST(FolderSource, PassesOverHiddenFiles) {
  const TemporaryFolder folder;
  folder.write(".git/page.html", kPage);
  folder.write(".cache", kPage);
  folder.write("page.html", kPage);
  EXPECT_EQ(items_of(folder), Items{"page.html http://a.fr/page.html"});
}

TEST(FolderSource, ReadsRecordsAmongPages) {
  const TemporaryFolder folder;
  folder.write("a.html", kPage);
  folder.write("b.jsonl", kRecord);
  folder.write("c.jsonl.gz", gzip(kRecord));
  folder.write("d.html.gz", gzip(kPage));
  EXPECT_EQ(items_of(folder),
            (Items{"a.html http://a.fr/a.html", "b.jsonl:1 record " + std::string(kRecord),
                   "c.jsonl.gz:1 record " + std::string(kRecord), "d.html.gz http://a.fr/d.html"}));
}

TEST(FolderSource, PassesOverAnEmptyFileOfRecords) {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "");
  folder.write("b.html", kPage);
  EXPECT_EQ(items_of(folder), Items{"b.html http://a.fr/b.html"});
}

TEST(FolderSource, FollowsNoLinkOutOfTheFolder) {
  const TemporaryFolder elsewhere;
  elsewhere.write("secret.html", kPage);
  const TemporaryFolder folder;
  folder.write("inside/page.html", kPage);
  fs::create_symlink(elsewhere / "secret.html", folder / "out.html");
  fs::create_symlink(elsewhere.path(), folder / "out");
  fs::create_symlink("inside/page.html", folder / "link.html");
  fs::create_symlink("inside", folder / "twin");
  EXPECT_EQ(items_of(folder),
            (Items{"inside/page.html http://a.fr/inside/page.html",
                   "link.html http://a.fr/link.html", "out unreadable", "out.html unreadable"}));
}

TEST(FolderSource, IsNotCaughtInALoop) {
  const TemporaryFolder folder;
  folder.write("a/page.html", kPage);
  fs::create_symlink("..", folder / "a/up");
  fs::create_symlink("self", folder / "self");
  fs::create_symlink("absent", folder / "dangling");
  EXPECT_EQ(items_of(folder), (Items{"a/page.html http://a.fr/a/page.html", "dangling unreadable",
                                     "self unreadable"}));
}

TEST(FolderSource, DoesNotWaitForPipes) {
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo((folder / "pipe.html").c_str(), 0600), 0);
  EXPECT_EQ(items_of(folder), Items{"pipe.html unreadable"});
}

TEST(FolderSource, CountsWhatCannotBeReadAndGoesOn) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads every file: permissions cannot be tested";
  const TemporaryFolder folder;
  fs::permissions(folder.write("a.html", kPage), fs::perms::none);
  folder.write("closed/b.html", kPage);
  fs::permissions(folder / "closed", fs::perms::none);
  folder.write("d.html", kPage);
  EXPECT_EQ(items_of(folder),
            (Items{"a.html unreadable", "closed unreadable", "d.html http://a.fr/d.html"}));
  fs::permissions(folder / "closed", fs::perms::owner_all);
}

TEST(FolderSource, TellsEmptyAndTooLargePages) {
  const TemporaryFolder folder;
  SourceOptions options;
  options.max_page_bytes = 100;
  folder.write("empty.html", "");
  folder.write("large.html", std::string(101, ' '));
  folder.write("packed.html", gzip(std::string(101, ' ')));
  folder.write("void.html.gz", gzip(""));
  EXPECT_EQ(items_of(folder, options), (Items{"empty.html empty", "large.html too_large",
                                              "packed.html too_large", "void.html.gz empty"}));
}

TEST(FolderSource, GivesFilesTheirOwnAddressWithoutABase) {
  const TemporaryFolder folder;
  folder.write("a b.html", kPage);
  auto source = open_source(folder.path().string(), {});
  ASSERT_TRUE(source);
  const auto item = (*source)->next();
  ASSERT_TRUE(item && item->content);
  EXPECT_EQ(item->content->url, "file://" + folder.path().string() + "/a%20b.html");
}

TEST(FolderSource, TakesFoldersNamedInEveryWay) {
  const TemporaryFolder folder;
  folder.write("site/page.html", kPage);
  fs::create_symlink("site", folder / "current");
  SourceOptions options;
  options.base_url = "http://a.fr/";
  for (const char* name : {"site", "site/", "./site/.", "current", "current/"}) {
    auto source = open_source(folder / name, options);
    ASSERT_TRUE(source) << name;
    const auto item = (*source)->next();
    ASSERT_TRUE(item) << name;
    EXPECT_EQ(outcome_of(*item), "http://a.fr/page.html") << name;
    EXPECT_EQ((*source)->total_bytes(), kPage.size()) << name;
  }
}

}  // namespace
}  // namespace pressoir::sources
