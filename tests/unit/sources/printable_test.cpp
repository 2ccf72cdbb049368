#include "indexer/sources/printable.hpp"

#include <gtest/gtest.h>

#include "indexer/base/utf8.hpp"

namespace pressoir::sources {
namespace {

TEST(Printable, LeavesFrenchAsItIs) {
  EXPECT_EQ(printable("communiqué du 5 décembre – œuvre.html"),
            "communiqué du 5 décembre – œuvre.html");
}

TEST(Printable, SpellsControlCharacters) {
  EXPECT_EQ(printable("a\x1b[31m\nb\x7f"), "a\\x1b[31m\\x0ab\\x7f");
  EXPECT_EQ(printable("\xC2\x9B"), "\\xc2\\x9b");  // CSI as one character
}

TEST(Printable, SpellsBytesOfAnotherCharset) {
  EXPECT_EQ(printable("\xE9t\xE9.html"), "\\xe9t\\xe9.html");
  EXPECT_EQ(printable("\xF0\x9F"), "\\xf0\\x9f");
}

TEST(Printable, CutsBetweenCharacters) {
  EXPECT_EQ(printable("éééé", 3), "éé…");
  EXPECT_TRUE(base::is_valid_utf8(printable("éééé", 3)));
}

}  // namespace
}  // namespace pressoir::sources
