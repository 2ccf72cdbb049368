#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "server/pages/pages.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// A folder of an operator's files, gone when the test ends.
class Overrides : public testing::Test {
 protected:
  Overrides() {
    std::string name = (fs::temp_directory_path() / "pressoir-pages-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Overrides() override { fs::remove_all(folder_); }
  Overrides(const Overrides&) = delete;
  Overrides& operator=(const Overrides&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  fs::path folder_;
};

TEST(Assets, AreKnownByName) {
  const auto pages = Pages::load("").value();

  ASSERT_NE(pages->asset("pressoir.css"), nullptr);
  EXPECT_EQ(pages->asset("pressoir.css")->content_type, "text/css; charset=utf-8");
  ASSERT_NE(pages->asset("favicon.svg"), nullptr);
  EXPECT_EQ(pages->asset("favicon.svg")->content_type, "image/svg+xml");
  ASSERT_NE(pages->asset("embed.js"), nullptr);
  EXPECT_EQ(pages->asset("embed.js")->content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(pages->asset("layout.tpl"), nullptr);
  EXPECT_EQ(pages->asset("../pressoir.css"), nullptr);
  EXPECT_EQ(pages->asset(""), nullptr);
}

TEST_F(Overrides, TakeThePlaceOfOursByName) {
  write("pressoir.css", "body { color: red }");
  write("problem.tpl", "<h1>Oups : {{TITLE}}</h1>\n");
  write("NOTES.txt", "what we changed");

  const auto pages = Pages::load(folder_.string()).value();

  EXPECT_EQ(pages->asset("pressoir.css")->bytes, "body { color: red }");
  EXPECT_THAT(pages->problem_page({404, "A", "B"}, {}), HasSubstr("<h1>Oups : A</h1>"));
  EXPECT_THAT(pages->search_page({{}, invented_results(1), {}}, {}), HasSubstr("id=\"recherche\""));
}

TEST_F(Overrides, AreEscapedWithoutAskingForIt) {
  write("problem.tpl", "<h1><a href=\"{{DETAIL}}\">{{TITLE}}</a></h1>\n");

  const auto pages = Pages::load(folder_.string()).value();
  const std::string html = pages->problem_page({400, "<b>", "javascript:alert(1)"}, {});

  EXPECT_THAT(html, HasSubstr("&lt;b&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("javascript:")));
}

TEST_F(Overrides, MayAskForEscapingThemselves) {
  write("problem.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n<h1>{{TITLE}}</h1>\n");

  const auto pages = Pages::load(folder_.string()).value();

  EXPECT_THAT(pages->problem_page({400, "<b>", ""}, {}), HasSubstr("<h1>&lt;b&gt;</h1>"));
}

TEST_F(Overrides, ThatReplaceNothingAreAnError) {
  write("serach.tpl", "{{Q}}");

  const auto pages = Pages::load(folder_.string());

  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, base::Errc::kBadConfig);
  EXPECT_THAT(pages.error().message, HasSubstr("serach.tpl"));
}

TEST_F(Overrides, ThatDoNotParseAreAnError) {
  write("search.tpl", "{{#OPEN}} and never closed");

  const auto pages = Pages::load(folder_.string());

  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, base::Errc::kBadConfig);
  EXPECT_THAT(pages.error().message, HasSubstr("search.tpl"));
}

TEST_F(Overrides, TooLargeAreAnError) {
  write("pressoir.css", std::string((1 << 20) + 1, ' '));

  EXPECT_EQ(Pages::load(folder_.string()).error().code, base::Errc::kBadConfig);
}

TEST_F(Overrides, InAFolderThatIsNotThereAreAnError) {
  const auto pages = Pages::load((folder_ / "absent").string());

  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, base::Errc::kNotFound);
}

TEST(Pages, AnyNumberOfThreadsMayAsk) {
  const auto pages = Pages::load("").value();
  const std::string expected =
      pages->search_page({invented_request(), invented_results(), {}}, invented_archive());
  std::vector<int> equal(4);

  std::vector<std::jthread> threads;
  for (int& count : equal) {
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        count += expected == pages->search_page({invented_request(), invented_results(), {}},
                                                invented_archive());
      }
    });
  }
  threads.clear();

  EXPECT_EQ(equal, std::vector<int>(4, 10));
}

}  // namespace
}  // namespace pressoir::pages
