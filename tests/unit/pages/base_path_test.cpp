// Addresses of pages behind a path of their host.
#include "server/pages/base_path.hpp"

#include <gtest/gtest.h>

namespace pressoir::pages {
namespace {

TEST(BasePath, IsThePathOfAnAddress) {
  EXPECT_EQ(path_of("https://ministere.example/archives"), "/archives");
  EXPECT_EQ(path_of("https://ministere.example"), "");
  EXPECT_EQ(path_of("/archives"), "/archives");
  EXPECT_EQ(path_of(""), "");
}

TEST(BasePath, StandsBeforeEveryAddressOfThisServer) {
  EXPECT_EQ(with_base_path(R"(<a href="/aide">Aide</a><script src="/static/a.js"></script>)"
                           R"(<form action="/"><a xlink:href="/?q=a%2F"></a></form>)",
                           "/archives"),
            R"(<a href="/archives/aide">Aide</a><script src="/archives/static/a.js"></script>)"
            R"(<form action="/archives/"><a xlink:href="/archives/?q=a%2F"></a></form>)");
}

TEST(BasePath, LeavesEverythingElse) {
  const std::string page =
      R"(<a href="https://www.exemple.fr/a">a="/b"</a><a href="//autre.example/">)"
      R"(<input value="/aide"><a href="?q=a">href=&quot;/aide&quot;</a>)";
  EXPECT_EQ(with_base_path(page, "/archives"), page);
}

}  // namespace
}  // namespace pressoir::pages
