#include "server/app/header_fields.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace pressoir::app {
namespace {

TEST(MediaQuality, FollowsTheMostSpecificRange) {
  EXPECT_EQ(media_quality("", "text/csv"), 1000U);
  EXPECT_EQ(media_quality("text/*;q=0.5, text/csv;q=0.75, */*;q=0.1", "text/csv"), 750U);
  EXPECT_EQ(media_quality("text/*;q=0.5, */*;q=0.1", "text/csv"), 500U);
  EXPECT_EQ(media_quality("*/*;q=0.1", "text/csv"), 100U);
  EXPECT_EQ(media_quality("application/json", "text/csv"), 0U);
  EXPECT_EQ(media_quality("TEXT/CSV ; Q=0.25", "text/csv"), 250U);
}

TEST(CodingQuality, TakesIdentityUnlessItIsRefused) {
  EXPECT_EQ(coding_quality("", "identity"), 1000U);
  EXPECT_EQ(coding_quality("gzip", "identity"), 1000U);
  EXPECT_EQ(coding_quality("*;q=0", "identity"), 0U);
  EXPECT_EQ(coding_quality("identity;q=0", "identity"), 0U);
}

TEST(CodingQuality, TakesOthersOnlyWhenNamed) {
  EXPECT_EQ(coding_quality("", "gzip"), 0U);
  EXPECT_EQ(coding_quality("gzip;q=0, br", "gzip"), 0U);
  EXPECT_EQ(coding_quality("gzip;q=0.001, br", "gzip"), 1U);
  EXPECT_EQ(coding_quality("*", "gzip"), 1000U);
  EXPECT_EQ(coding_quality("gzip;q=0, *", "gzip"), 0U);
}

TEST(CodingQuality, DoesNotPreferWhatIsMalformed) {
  for (const char* header : {"gzip;q=", "gzip;q=2", "gzip;q=-1", "gzip;q=0.5.5", "gzip;q=x"}) {
    EXPECT_EQ(coding_quality(header, "gzip"), 0U) << header;
  }
  EXPECT_EQ(coding_quality(std::string(10'000, ',') + "gzip", "gzip"), 0U);
}

TEST(PreferredMedia, TakesTheFirstOfEquals) {
  constexpr std::array<std::string_view, 3> kOffers = {"application/json", "text/csv", "text/html"};

  EXPECT_EQ(preferred_media("", kOffers), 0U);
  EXPECT_EQ(preferred_media("text/csv", kOffers), 1U);
  EXPECT_EQ(preferred_media("text/*, application/json;q=0.5", kOffers), 1U);
  EXPECT_EQ(preferred_media("image/png", kOffers), 0U);
}

Request asking(const std::string& query) {
  Request request;
  request.path = "/api/v1/search";
  request.query = query;
  return request;
}

TEST(CanonicalQuery, IsTheSameForRequestsThatAskTheSame) {
  EXPECT_EQ(canonical_query("q=p%c3%b4les&count=3"), canonical_query("count=3&&q=p%C3%B4les"));
  EXPECT_EQ(canonical_query("q=a+b"), canonical_query("q=a%20b"));
}

TEST(CanonicalQuery, DiffersWhereTheAnswerMay) {
  EXPECT_NE(canonical_query("q=a&q=b"), canonical_query("q=b&q=a"));
  EXPECT_NE(canonical_query("q=a%26b"), canonical_query("q=a&b"));
  EXPECT_NE(canonical_query("ab=c"), canonical_query("a=bc"));
}

TEST(RevisionTag, ChangesWithTheRevisionAndTheQuestion) {
  const std::string tag = revision_tag(asking("q=loi&count=3"), "17-ab");

  EXPECT_EQ(tag, revision_tag(asking("count=3&q=loi"), "17-ab"));
  EXPECT_NE(tag, revision_tag(asking("q=loi&count=3"), "18-ab"));
  EXPECT_NE(tag, revision_tag(asking("q=lois&count=3"), "17-ab"));
}

TEST(HttpDate, IsReadAsItIsWritten) {
  EXPECT_EQ(to_http_date(1'354'701'600), "Wed, 05 Dec 2012 10:00:00 GMT");
  EXPECT_EQ(from_http_date("Wed, 05 Dec 2012 10:00:00 GMT"), 1'354'701'600);
  for (const char* text : {"", "Wed, 05 Dec 2012 10:00:00", "Thu, 05 Dec 2012 10:00:00 GMT",
                           "Wed, 05 Déc 2012 10:00:00 GMT", "Wed, 35 Dec 2012 10:00:00 GMT",
                           "Wed, -5 Dec 2012 10:00:00 GMT", "2012-12-05T10:00:00Z........."}) {
    EXPECT_EQ(from_http_date(text), -1) << text;
  }
}

TEST(IsUnchanged, ComparesTagsWeakly) {
  Request request;
  for (const char* list : {"W/\"a1\"", "\"a1\"", "\"b\", W/\"a1\"", "*", " ,\"a1\""}) {
    request.if_none_match = list;
    EXPECT_TRUE(is_unchanged(request, "W/\"a1\"", 0)) << list;
  }
  for (const char* list : {"\"a\"", "a1", "\"a1", "W/", "\"\"", ",,"}) {
    request.if_none_match = list;
    EXPECT_FALSE(is_unchanged(request, "W/\"a1\"", 0)) << list;
  }
}

TEST(IsUnchanged, LooksAtTheDateOnlyWithoutATag) {
  Request request;
  request.if_modified_since = "Wed, 05 Dec 2012 10:00:00 GMT";

  EXPECT_TRUE(is_unchanged(request, "W/\"a\"", 1'354'701'600));
  EXPECT_FALSE(is_unchanged(request, "W/\"a\"", 1'354'701'601));
  EXPECT_FALSE(is_unchanged(request, "W/\"a\"", 0));
  request.if_none_match = "\"b\"";
  EXPECT_FALSE(is_unchanged(request, "W/\"a\"", 1'354'701'600));
}

}  // namespace
}  // namespace pressoir::app
