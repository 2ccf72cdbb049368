#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/app/archive_application_fixture.hpp"

namespace pressoir::app {
namespace {

using testing::Contains;
using testing::HasSubstr;

using PageHandlersTest = ArchiveApplicationTest;

TEST_F(PageHandlersTest, PagesCarryAStrictPolicy) {
  const auto response = get("/?q=poles&from=&to=", "text/html");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(
      response.headers,
      Contains(Header{"Content-Security-Policy",
                      "default-src 'none'; style-src 'self'; script-src 'self'; "
                      "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                      "frame-ancestors 'none'"}));
  EXPECT_THAT(response.headers, Contains(Header{"X-Content-Type-Options", "nosniff"}));
  EXPECT_THAT(response.headers, Contains(Header{"Referrer-Policy", "same-origin"}));
}

TEST_F(PageHandlersTest, MalformedDateIsExplainedInFrench) {
  const auto response = get("/?from=hier");

  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("La date de début"));
}

TEST_F(PageHandlersTest, ComparisonIsAPageAndAPicture) {
  const auto page = get("/comparer?q=poles&q=&q=gouvernement&from=12/2012&to=&interval=&x=1");
  const auto form = get("/comparer");
  const auto picture = get("/comparer.svg?q=poles&q=gouvernement");

  EXPECT_EQ(page.status, 200U);
  EXPECT_THAT(page.body, HasSubstr("<polyline"));
  EXPECT_THAT(page.body, HasSubstr("value=\"2012-12\""));
  EXPECT_EQ(form.status, 200U);
  EXPECT_EQ(picture.content_type, "image/svg+xml");
  EXPECT_THAT(picture.headers,
              Contains(Header{"Content-Security-Policy",
                              "default-src 'none'; style-src 'unsafe-inline'; sandbox"}));
}

TEST_F(PageHandlersTest, ComparisonOfTooMuchIsExplainedInFrench) {
  const auto six = get("/comparer?q=a&q=b&q=c&q=d&q=e&q=f");
  const auto interval = get("/comparer?q=a&interval=week");
  const auto long_query = get("/comparer.svg?q=" + std::string(2'500, 'a'));

  EXPECT_EQ(six.status, 400U);
  EXPECT_THAT(six.body, HasSubstr("cinq recherches au plus"));
  EXPECT_EQ(interval.status, 400U);
  EXPECT_EQ(long_query.status, 400U);
  EXPECT_THAT(long_query.body, HasSubstr("trop longues"));
}

TEST_F(PageHandlersTest, DocumentHasAPage) {
  const auto response = get("/documents/" + base::document_id(kPoles) + "?q=poles&x=1");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
}

TEST_F(PageHandlersTest, DocumentPageThatIsNotThereSaysSoInFrench) {
  const auto response = get("/documents/aaaaaaaaaaaaaaaa");

  EXPECT_EQ(response.status, 404U);
  EXPECT_THAT(response.body, HasSubstr("Aucun document"));
}

TEST_F(PageHandlersTest, StyleSheetIsServedUnderItsName) {
  EXPECT_THAT(get("/static/pressoir.css").content_type, HasSubstr("text/css"));
  EXPECT_EQ(get("/static/autre.css").status, 404U);
}

}  // namespace
}  // namespace pressoir::app
