#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/unit/architecture/arrows.hpp"
#include "tests/unit/architecture/tree_check.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::architecture {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

// A made-up source tree, so that the check can be seen to fail.
class TreeCheck : public testing::Test {
 protected:
  TreeCheck() {
    list_arrows(
        "# modules\n"
        "indexer/base:\n"
        "indexer/text: indexer/base\n"
        "indexer/index: indexer/text indexer/base\n"
        "server/search/rank: indexer/index\n"
        "server/search: server/search/rank indexer/index\n"
        "server: server/search indexer/base\n"
        "<xapian>: indexer/index server/search\n"
        "<boost/asio>: server\n"
        "<unicode/>: indexer/text\n");
  }
  // With the drawing that belongs to it.
  void list_arrows(const std::string& list) const {
    write("tests/unit/architecture/arrows.txt", list);
    std::vector<std::string> wrong;
    const Arrows arrows = read_arrows(folder_.path("tests/unit/architecture/arrows.txt"), wrong);
    write("ARCHITECTURE.md", "# Architecture\n\n```arrows\n" + draw(arrows) + "```\n");
  }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(folder_.path(name)).parent_path());
    std::ofstream(folder_.path(name)) << text;
  }
  fs::path root() const { return folder_.path(); }
  std::vector<std::string> violations() const { return find_violations(root()); }

 private:
  TemporaryFolder folder_;
};

TEST(Architecture, KeepsTheRules) {
  ASSERT_TRUE(fs::exists(fs::path(PRESSOIR_SOURCE_DIR) / "indexer/base/date.cpp"));
  std::string all;
  for (const std::string& violation : find_violations(PRESSOIR_SOURCE_DIR)) all += violation + "\n";
  EXPECT_EQ(all, "");
}

TEST(Architecture, KeepsItsShares) {
  const Shares shares = measure_shares(PRESSOIR_SOURCE_DIR);
  EXPECT_LE(shares.short_files, 0.12);
  EXPECT_GE(shares.lines_a_file, 110);
  EXPECT_GE(shares.header_comments, 0.30);
  EXPECT_GE(shares.source_comments, 0.08);
}

TEST_F(TreeCheck, PassesATreeThatKeepsTheRules) {
  write("indexer/base/date.cpp", "#include \"indexer/base/date.hpp\"\n#include <string>\n");
  write("indexer/index/writer.cpp", "#include <xapian.h>\n#include \"indexer/text/fold.hpp\"\n");
  write("server/search/rank/a.cpp", "#include \"server/search/rank/a.hpp\"\n");
  write("server/main.cpp", "#include \"server/search/a.hpp\"\n#include <boost/asio/x.hpp>\n");
  write("tests/unit/index/a_test.cpp", "#include <xapian.h>\n");
  EXPECT_THAT(violations(), IsEmpty());
}

TEST_F(TreeCheck, FindsAnIncludeAgainstTheArrows) {
  write("indexer/base/date.cpp", "\n#include \"indexer/text/fold.hpp\"\n");
  write("server/main.cpp", "#  include \"indexer/index/page.hpp\"\n");
  write("server/search/rank/a.cpp", "#include \"server/search/b.hpp\"\n");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/base/date.cpp:2: indexer/base may not include indexer/text",
                          "server/main.cpp:1: server may not include indexer/index",
                          "server/search/rank/a.cpp:1: server/search/rank may not include "
                          "server/search"));
}

TEST_F(TreeCheck, FindsAnIncludeThatIsNotFromTheRoot) {
  write("indexer/base/date.cpp", "#include \"date.hpp\"\n");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/base/date.cpp:1: indexer/base may not include date.hpp"));
}

TEST_F(TreeCheck, FindsALibraryOutsideItsModule) {
  write("indexer/base/a.cpp", "#include <xapian.h>\n#include <string>\n");
  write("server/main.cpp", "#include <unicode/uchar.h>\n#include <boost/asio.hpp>\n");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/base/a.cpp:1: indexer/base may not include <xapian.h>",
                          "server/main.cpp:1: server may not include <unicode/uchar.h>"));
}

TEST_F(TreeCheck, FindsAListThatMayFormACycle) {
  list_arrows("indexer/base: indexer/text\nindexer/text: indexer/base\nindexer/base:\n");
  EXPECT_THAT(violations(), ElementsAre("arrows.txt:1: indexer/base is listed before indexer/text",
                                        "arrows.txt:3: indexer/base is listed twice"));
}

TEST_F(TreeCheck, FindsALibraryOfAModuleThatIsNotListed) {
  list_arrows("indexer/base:\n<gumbo>: indexer/extract\n");
  EXPECT_THAT(violations(), ElementsAre("arrows.txt:2: <gumbo> is listed before indexer/extract"));
}

TEST_F(TreeCheck, FindsADrawingThatIsNotThatOfTheList) {
  write("ARCHITECTURE.md", "```arrows\n 0  base\n```\n");
  EXPECT_THAT(violations(), ElementsAre(StartsWith("ARCHITECTURE.md: the drawing is not that of")));
}

TEST_F(TreeCheck, FindsAFolderWithTooManyFiles) {
  for (int i = 0; i < 30; ++i) write("indexer/base/file_" + std::to_string(i) + ".cpp", "");
  write("indexer/text/one.cpp", "");
  EXPECT_THAT(violations(), IsEmpty());
  write("indexer/base/one_more.hpp", "");
  EXPECT_THAT(violations(), ElementsAre("indexer/base: 31 files, more than 30"));
}

TEST_F(TreeCheck, FindsAnObjectThatThreadsMayNotShare) {
  write("indexer/index/a.cpp",
        "auto all = Xapian::Query::MatchAll;\nauto one = Query();  // not Query::MatchAll\n");
  EXPECT_THAT(
      violations(),
      ElementsAre("indexer/index/a.cpp:1: Query::MatchAll is not for several threads; write "
                  "Xapian::Query(std::string())"));
}

TEST_F(TreeCheck, FindsAModuleThatIsNotListed) {
  write("indexer/utils/a.cpp", "");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/utils/a.cpp: indexer/utils is a module without arrows"));
}

TEST_F(TreeCheck, FindsAFileThatIsTooLong) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\n";
  write("indexer/base/long.cpp", text);
  EXPECT_THAT(violations(), IsEmpty());
  write("indexer/base/long.cpp", text + "\n");
  write("tests/unit/base/long_test.cpp", text + "\n");
  EXPECT_THAT(violations(), ElementsAre("indexer/base/long.cpp: 501 lines, more than 500",
                                        "tests/unit/base/long_test.cpp: 501 lines, more than 500"));
}

TEST_F(TreeCheck, ReadsCommentsAndOddLines) {
  write("indexer/base/odd.cpp",
        "// #include <xapian.h>\n#include\n#include MACRO\n#include \"x\n#\n");
  EXPECT_THAT(violations(), IsEmpty());
}

TEST_F(TreeCheck, MeasuresShares) {
  std::string code;
  for (int i = 0; i < 38; ++i) code += "int i;\n";
  write("indexer/base/short.hpp", "// What it is.\n" + code);
  write("server/long.cpp", "  // Why.\n\n" + code + "int i;  // not a line of its own\n");
  write("tests/unit/a_test.cpp", code);
  const Shares shares = measure_shares(root());
  EXPECT_DOUBLE_EQ(shares.short_files, 0.5);
  EXPECT_DOUBLE_EQ(shares.lines_a_file, 40);
  EXPECT_DOUBLE_EQ(shares.header_comments, 1.0 / 39);
  EXPECT_DOUBLE_EQ(shares.source_comments, 1.0 / 40);
}

TEST(Arrows, AreDrawnFromTheTopWithoutTheNamesOfPrograms) {
  const Arrows arrows{{{"indexer/base", {}, 0},
                       {"server/search/rank", {"indexer/base"}, 1},
                       {"server", {"server/search/rank", "indexer/base"}, 2}},
                      {}};
  EXPECT_EQ(draw(arrows),
            " 2  server      -> search/rank, base\n"
            " 1  search/rank -> base\n"
            " 0  base\n");
}

}  // namespace
}  // namespace pressoir::architecture
