#include "indexer/sources/file_url.hpp"

#include <gtest/gtest.h>

#include "indexer/base/url.hpp"

namespace pressoir::sources {
namespace {

TEST(FileUrl, PutsThePathBelowTheBase) {
  EXPECT_EQ(url_below("http://www.economie.gouv.fr", "2012/poles.html"),
            "http://www.economie.gouv.fr/2012/poles.html");
  EXPECT_EQ(url_below("http://www.economie.gouv.fr/presse/", "poles.html"),
            "http://www.economie.gouv.fr/presse/poles.html");
}

TEST(FileUrl, EncodesWhatAPathMayNotHold) {
  EXPECT_EQ(url_below("http://a.fr", "été 2012/page#haut%.html"),
            "http://a.fr/%C3%A9t%C3%A9%202012/page%23haut%25.html");
}

TEST(FileUrl, ReadsTheQueryInTheNameOfAMirroredPage) {
  EXPECT_EQ(url_below("http://a.fr", "affiche.do?page=1&id=é?"),
            "http://a.fr/affiche.do?page=1&id=%C3%A9%3F");
}

TEST(FileUrl, TakesTheHostFromTheFirstFolderAfterABareScheme) {
  EXPECT_EQ(url_below("https://", "www.economie.gouv.fr/poles.html"),
            "https://www.economie.gouv.fr/poles.html");
}

TEST(FileUrl, MakesAPathAbsoluteWithoutDots) {
  EXPECT_EQ(file_url("/archives/./2012/../2013/a b.html"), "file:///archives/2013/a%20b.html");
  EXPECT_TRUE(file_url("page.html").starts_with("file:///"));
}

TEST(FileUrl, IsCanonicalAlready) {
  for (const char* path : {"/archives/été/a b.html", "/a/%41.html", "/a/\xE9.html", "/a/b:c;d"}) {
    const std::string url = file_url(path);
    const auto canonical = base::canonical_url(url);
    ASSERT_TRUE(canonical) << url;
    EXPECT_EQ(*canonical, url);
  }
}

}  // namespace
}  // namespace pressoir::sources
