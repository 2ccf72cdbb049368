#include "indexer/extract/html/plain_text.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract::html {
namespace {

TEST(PlainText, MakesRunsOfWhiteSpaceOneSpace) {
  EXPECT_EQ(plain("\n  Le\t plan\u00A0:\u202F \u2009oui \n"), "Le plan : oui");
}

TEST(PlainText, LeavesOutWhatIsNotSeen) {
  EXPECT_EQ(plain("gou\u00ADver\u200Bne\u0007ment\uFEFF"), "gouvernement");
}

TEST(PlainText, KeepsOneSpaceBetweenParts) {
  std::string text = "Le ";
  append_plain(text, " plan");
  EXPECT_EQ(text, "Le plan");
}

TEST(PlainText, PutsReplacementForBytesThatAreNotUtf8) {
  EXPECT_EQ(plain("a\xFF z"), "a\uFFFD z");
}

TEST(PlainText, CountsCharacters) {
  EXPECT_EQ(count_characters("été"), 3U);
}

TEST(PlainText, FoldsWords) {
  EXPECT_EQ(folded_words("Vous êtes ici : L’Économie"), "vous etes ici l economie");
}

}  // namespace
}  // namespace pressoir::extract::html
