#include "indexer/base/error.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace pressoir::base {
namespace {

Result<int> fail() {
  return Error{Errc::kTooLarge, "page.html is larger than 10 MB"};
}

TEST(Error, NamesEveryCauseDifferently) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Errc::kInternal); ++i) {
    names.insert(to_string(static_cast<Errc>(i)));
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(Errc::kInternal) + 1);
}

TEST(Error, TravelsInResult) {
  const Result<int> result = fail();

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Errc::kTooLarge);
  EXPECT_EQ(result.error().message, "page.html is larger than 10 MB");
}

TEST(Error, ThrowsItsMessageWhenReadAsValue) {
  try {
    static_cast<void>(fail().value());
    FAIL() << "nothing was thrown";
  } catch (const std::logic_error& error) {
    EXPECT_STREQ(error.what(), "page.html is larger than 10 MB");
  }
}

}  // namespace
}  // namespace pressoir::base
