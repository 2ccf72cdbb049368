#include "server/app/negotiation.hpp"

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

}  // namespace
}  // namespace pressoir::app
