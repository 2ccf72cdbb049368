#include "server/api/nearest_word.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace pressoir::api {
namespace {

constexpr std::array<std::string_view, 5> kWords = {"minister", "theme", "from", "to", "fields"};

TEST(NearestWord, FindsOneEditAway) {
  EXPECT_EQ(nearest_word("ministre", kWords), "minister");  // neighbours swapped
  EXPECT_EQ(nearest_word("ministers", kWords), "minister");
  EXPECT_EQ(nearest_word("field", kWords), "fields");
  EXPECT_EQ(nearest_word("frmo", kWords), "from");
}

TEST(NearestWord, StaysSilentWhenNothingIsNear) {
  EXPECT_EQ(nearest_word("callback", kWords), "");
  EXPECT_EQ(nearest_word("", kWords), "");
}

TEST(NearestWord, DoesNotWorkOnLongNames) {
  EXPECT_EQ(nearest_word(std::string(100'000, 'a'), kWords), "");
}

}  // namespace
}  // namespace pressoir::api
