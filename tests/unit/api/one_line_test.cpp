#include "server/api/one_line.hpp"

#include <gtest/gtest.h>

namespace pressoir::api {
namespace {

TEST(OneLine, HasNoControlCharactersAndNoRunsOfSpaces) {
  EXPECT_EQ(one_line("Les pôles"), "Les pôles");
  EXPECT_EQ(one_line("  Les\r\n\t pôles\x01\x7f "), "Les pôles");
  EXPECT_EQ(one_line("\n \x02"), "");
  EXPECT_EQ(one_line(""), "");
  EXPECT_EQ(one_line("10\u00A0000"), "10\u00A0000") << "what does not break stays";
}

}  // namespace
}  // namespace pressoir::api
