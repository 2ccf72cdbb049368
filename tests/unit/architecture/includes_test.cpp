#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/unit/architecture/include_check.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::architecture {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

// A made-up source tree, so that the check can be seen to fail.
class IncludeCheck : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(folder_.path(name)).parent_path());
    std::ofstream(folder_.path(name)) << text;
  }
  std::vector<std::string> violations() const { return find_violations(folder_.path()); }

 private:
  TemporaryFolder folder_;
};

TEST(Architecture, IncludesOnlyAlongTheArrows) {
  ASSERT_TRUE(fs::exists(fs::path(PRESSOIR_SOURCE_DIR) / "indexer/base/date.cpp"));
  std::string all;
  for (const std::string& violation : find_violations(PRESSOIR_SOURCE_DIR)) all += violation + "\n";
  EXPECT_EQ(all, "");
}

TEST_F(IncludeCheck, PassesATreeThatKeepsTheRules) {
  write("indexer/base/date.cpp", "#include \"indexer/base/date.hpp\"\n#include <string>\n");
  write("indexer/index/writer.cpp", "#include <xapian.h>\n#include \"indexer/text/fold.hpp\"\n");
  write("server/main.cpp", "#include \"server/http/server.hpp\"\n#include <boost/asio/x.hpp>\n");
  write("tests/unit/index/a_test.cpp", "#include <xapian.h>\n");
  EXPECT_THAT(violations(), IsEmpty());
}

TEST_F(IncludeCheck, FindsAnIncludeAgainstTheArrows) {
  write("indexer/base/date.cpp", "\n#include \"indexer/text/fold.hpp\"\n");
  write("server/search/query.cpp", "#include \"server/api/json.hpp\"\n");
  write("server/main.cpp", "#  include \"indexer/extract/page.hpp\"\n");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/base/date.cpp:2: indexer/base may not include indexer/text",
                          "server/main.cpp:1: server may not include indexer/extract",
                          "server/search/query.cpp:1: server/search may not include server/api"));
}

TEST_F(IncludeCheck, FindsAnIncludeThatIsNotFromTheRoot) {
  write("indexer/base/date.cpp", "#include \"date.hpp\"\n");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/base/date.cpp:1: indexer/base may not include date.hpp"));
}

TEST_F(IncludeCheck, FindsALibraryOutsideItsModule) {
  write("indexer/ingest/a.cpp", "#include <xapian.h>\n#include <gumbo.h>\n");
  write("server/api/b.cpp", "#include <boost/beast/http.hpp>\n#include <ctemplate/template.h>\n");
  write("server/main.cpp", "#include <unicode/uchar.h>\n#include <boost/beast/core.hpp>\n");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/ingest/a.cpp:1: indexer/ingest may not include <xapian.h>",
                          "indexer/ingest/a.cpp:2: indexer/ingest may not include <gumbo.h>",
                          "server/api/b.cpp:1: server/api may not include <boost/beast/http.hpp>",
                          "server/api/b.cpp:2: server/api may not include <ctemplate/template.h>",
                          "server/main.cpp:1: server may not include <unicode/uchar.h>",
                          "server/main.cpp:2: server may not include <boost/beast/core.hpp>"));
}

TEST_F(IncludeCheck, FindsAnObjectThatThreadsMayNotShare) {
  write("indexer/index/a.cpp",
        "auto all = Xapian::Query::MatchAll;\nauto one = Query();  // not Query::MatchAll\n");
  EXPECT_THAT(
      violations(),
      ElementsAre("indexer/index/a.cpp:1: Query::MatchAll is not for several threads; write "
                  "Xapian::Query(std::string())"));
}

TEST_F(IncludeCheck, FindsAModuleThatNobodyDrew) {
  write("indexer/utils/a.cpp", "");
  EXPECT_THAT(violations(),
              ElementsAre("indexer/utils/a.cpp: indexer/utils is a module without arrows"));
}

TEST_F(IncludeCheck, FindsAFileThatIsTooLong) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\n";
  write("indexer/base/long.cpp", text);
  EXPECT_THAT(violations(), IsEmpty());
  write("indexer/base/long.cpp", text + "\n");
  write("tests/unit/base/long_test.cpp", text + "\n");
  EXPECT_THAT(violations(), ElementsAre("indexer/base/long.cpp: 501 lines, more than 500",
                                        "tests/unit/base/long_test.cpp: 501 lines, more than 500"));
}

TEST_F(IncludeCheck, ReadsCommentsAndOddLines) {
  write("indexer/base/odd.cpp",
        "// #include <xapian.h>\n#include\n#include MACRO\n#include \"x\n#\n");
  EXPECT_THAT(violations(), IsEmpty());
}

}  // namespace
}  // namespace pressoir::architecture
