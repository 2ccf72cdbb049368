#include "indexer/base/url.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pressoir::base {
namespace {

struct UrlRow {
  std::string given;
  std::string canonical;
};

class CanonicalUrl : public testing::TestWithParam<UrlRow> {};

TEST_P(CanonicalUrl, IsOneForAllSpellings) {
  const auto url = canonical_url(GetParam().given);
  ASSERT_TRUE(url) << url.error().message;
  EXPECT_EQ(*url, GetParam().canonical);
  EXPECT_EQ(canonical_url(*url).value(), *url) << "the canonical form is its own";
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, CanonicalUrl,
    testing::Values(
        UrlRow{"https://www.economie.example/page", "https://www.economie.example/page"},
        UrlRow{"HTTPS://WWW.Economie.Example/Page", "https://www.economie.example/Page"},
        UrlRow{"http://a.example:80/x", "http://a.example/x"},
        UrlRow{"https://a.example:443/x", "https://a.example/x"},
        UrlRow{"https://a.example:/x", "https://a.example/x"},
        UrlRow{"http://a.example:8080/x", "http://a.example:8080/x"},
        UrlRow{"http://a.example:443/x", "http://a.example:443/x"},
        UrlRow{"https://a.example", "https://a.example/"},
        UrlRow{"https://a.example?q=1", "https://a.example/?q=1"},
        UrlRow{"https://a.example#haut", "https://a.example/"},
        UrlRow{"https://a.example/x#haut", "https://a.example/x"},
        UrlRow{"https://a.example/x/../y/./z", "https://a.example/y/z"},
        UrlRow{"https://a.example/../../y", "https://a.example/y"},
        UrlRow{"https://a.example/x/", "https://a.example/x/"},
        UrlRow{"https://a.example/presse/Été 2012.html",
               "https://a.example/presse/%C3%89t%C3%A9%202012.html"},
        UrlRow{"https://a.example/%c3%a9t%C3%A9", "https://a.example/%C3%A9t%C3%A9"},
        UrlRow{"https://a.example/%7Edupont", "https://a.example/~dupont"},
        UrlRow{"https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"},
        UrlRow{"https://a.example/x?f[0]=thème:12", "https://a.example/x?f%5B0%5D=th%C3%A8me:12"},
        UrlRow{"http://[::1]:8080/x", "http://[::1]:8080/x"},
        UrlRow{"https://a.example/index.php?id=1|2", "https://a.example/index.php?id=1%7C2"},
        UrlRow{"https://a.example/100%.html", "https://a.example/100%25.html"},
        UrlRow{"https://a.example/50%-de-plus%2", "https://a.example/50%25-de-plus%252"},
        UrlRow{"https://a.example/article[3].html", "https://a.example/article%5B3%5D.html"},
        UrlRow{"  https://a.example/x\n", "https://a.example/x"},
        UrlRow{"file:/archives/2012/12/05/a.html", "file:/archives/2012/12/05/a.html"},
        UrlRow{"file:///archives/a.html", "file:///archives/a.html"}));

TEST(CanonicalUrl, RefusesWhatIsNoAddress) {
  for (const std::string& text :
       {std::string(), std::string("   "), std::string("page.html"), std::string("/industrie/"),
        std::string("//a.example/x"), std::string("http://a.example:port/"),
        std::string("http://[::1"), "https://a.example/" + std::string(8192, 'a')}) {
    const auto url = canonical_url(text);
    ASSERT_FALSE(url) << text.substr(0, 100);
    EXPECT_EQ(url.error().code, Errc::kBadRecord);
    EXPECT_LE(url.error().message.size(), 400u);
  }
}

TEST(ResolveUrl, FollowsRfc3986) {
  constexpr std::string_view kBase = "https://a.example/b/c/d?q#f";
  const UrlRow rows[] = {{"g", "https://a.example/b/c/g"},
                         {"./g/", "https://a.example/b/c/g/"},
                         {"/g", "https://a.example/g"},
                         {"//h.example", "https://h.example/"},
                         {"?y", "https://a.example/b/c/d?y"},
                         {"#s", "https://a.example/b/c/d?q"},
                         {"", "https://a.example/b/c/d?q"},
                         {"..", "https://a.example/b/"},
                         {"../../../g", "https://a.example/g"},
                         {"http://autre.example/é", "http://autre.example/%C3%A9"},
                         {" espaces autour ", "https://a.example/b/c/espaces%20autour"}};
  for (const UrlRow& row : rows) {
    const auto url = resolve_url(kBase, row.given);
    ASSERT_TRUE(url) << row.given;
    EXPECT_EQ(*url, row.canonical) << row.given;
  }
}

TEST(ResolveUrl, RefusesBrokenReferencesAndBases) {
  EXPECT_FALSE(resolve_url("https://a.example/", "http://a.example:port/"));
  EXPECT_FALSE(resolve_url("pas une adresse", "g"));
  EXPECT_FALSE(resolve_url("https://a.example/", std::string(9000, 'a')));
}

// Ids are in indexes, links and citations: these may never change.
TEST(DocumentId, IsTheUuidOfTheAddressInBase32) {
  EXPECT_EQ(document_id("https://www.economie.example/industrie/poles.html"), "c73wjmi5pbphdgno");
  EXPECT_EQ(document_id("file:/archives/2012/12/05/a.html"), "5bzv2f4t6jljdcbn");
}

TEST(UuidUrn, IsWhatAnyClientComputes) {
  EXPECT_EQ(uuid_urn("https://www.exemple.gouv.fr/poles"),
            "urn:uuid:c34f079e-00d2-5df2-927f-11df4bd48c93");
}

TEST(UrlHost, IsWithoutPort) {
  EXPECT_EQ(url_host("https://www.economie.example/x"), "www.economie.example");
  EXPECT_EQ(url_host("http://a.example:8080/x"), "a.example");
  EXPECT_EQ(url_host("file:/archives/a.html"), "");
  EXPECT_EQ(url_host("pas une adresse"), "");
}

TEST(PercentEncode, KeepsUnreservedBytesAndThoseNamed) {
  EXPECT_EQ(percent_encode("pôles/a b-._~"), "p%C3%B4les/a%20b-._~");
  EXPECT_EQ(percent_encode("a/b?c", ""), "a%2Fb%3Fc");
  EXPECT_EQ(percent_encode("a/b?c", "/?"), "a/b?c");
}

TEST(PercentDecode, UndoesTheEncodingOfAnyBytes) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  EXPECT_EQ(percent_decode(percent_encode(bytes)), bytes);
  EXPECT_EQ(percent_decode("a+%c3%B4"), "a+ô");
}

TEST(PercentDecode, RejectsWhatIsNoEscape) {
  for (const char* text : {"%", "%4", "100%", "%zz", "%4g", "a%%41"}) {
    EXPECT_FALSE(percent_decode(text)) << text;
  }
}

TEST(DecodeUnreserved, LeavesOtherEscapesAlone) {
  EXPECT_EQ(decode_unreserved("/%61ide%2F%7e%C3%b4%"), "/aide%2F~%C3%b4%");
}

}  // namespace
}  // namespace pressoir::base
