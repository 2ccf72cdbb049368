#include "indexer/sources/page_source.hpp"

#include <gtest/gtest.h>

#include "indexer/base/url.hpp"
#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::sources {
namespace {

using integration::TemporaryFolder;

constexpr std::string_view kPage = "<!DOCTYPE html><title>Vœux</title><p>Mes chers compatriotes";

TEST(PageSource, GivesTheWholeFileOnce) {
  const TemporaryFolder folder;
  PageSource source({folder.write("v\nux.html", kPage), "2013/v\nux.html"},
                    {.base_url = "http://a.fr"});
  EXPECT_EQ(source.total_bytes(), kPage.size());
  const auto item = source.next();
  ASSERT_TRUE(item && item->content);
  EXPECT_EQ(item->name, (folder / "v\\x0aux.html"));
  EXPECT_EQ(item->bytes_read, kPage.size());
  EXPECT_EQ(item->content->type, MediaType::kHtml);
  EXPECT_EQ(item->content->bytes, kPage);
  EXPECT_EQ(item->content->url, "http://a.fr/2013/v%0Aux.html");
  EXPECT_FALSE(source.next());
}

TEST(PageSource, LeavesTheSuffixOfPackedFilesOutOfTheAddress) {
  const TemporaryFolder folder;
  const std::string packed = gzip(kPage);
  PageSource source({folder.write("voeux.html.gz", packed), "voeux.html.gz"},
                    {.base_url = "http://a.fr"});
  PageSource plain({folder.write("plain.gz", kPage), "plain.gz"}, {.base_url = "http://a.fr"});
  const auto item = source.next();
  ASSERT_TRUE(item && item->content);
  EXPECT_EQ(item->bytes_read, packed.size());
  EXPECT_EQ(item->content->bytes, kPage);
  EXPECT_EQ(item->content->url, "http://a.fr/voeux.html");
  EXPECT_EQ(plain.next()->content->url, "http://a.fr/plain.gz");
}

TEST(PageSource, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  const auto cause_of = [&](const std::string& path) {
    PageSource source({path, "page.html"}, {.max_page_bytes = 100});
    return source.next()->content.error().code;
  };
  EXPECT_EQ(cause_of(folder / "absent.html"), base::Errc::kUnreadable);
  EXPECT_EQ(cause_of(folder.write("vide.html", "")), base::Errc::kEmpty);
  EXPECT_EQ(cause_of(folder.write("grand.html", std::string(101, ' '))), base::Errc::kTooLarge);
}

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
