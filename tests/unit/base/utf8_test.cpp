#include "indexer/base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pressoir::base {
namespace {

TEST(Utf8, AcceptsWellFormedText) {
  for (const char* text : {"", "a", "é", "L’économie française", "œuvre", "10\u202F000 €", "𝄞",
                           "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
  EXPECT_TRUE(is_valid_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, RefusesWhatRfc3629Forbids) {
  for (const char* bytes : {
           "\x80",              // a continuation alone
           "\xC3",              // cut
           "\xE2\x80",          // cut
           "\xF0\x9D\x84",      // cut
           "\xC3(",             // no continuation
           "\xC0\x80",          // overlong
           "\xC1\xBF",          // overlong
           "\xE0\x9F\xBF",      // overlong
           "\xF0\x8F\xBF\xBF",  // overlong
           "\xED\xA0\x80",      // surrogate
           "\xF4\x90\x80\x80",  // above U+10FFFF
           "\xF5\x80\x80\x80", "\xFF",
           "\xE9t\xE9",  // windows-1252
       }) {
    EXPECT_FALSE(is_valid_utf8(bytes));
  }
}

// The check reads eight bytes at a time where it can: damage at every place must be seen.
TEST(Utf8, SeesDamageAtEveryOffset) {
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'a');
      text[at] = '\xE9';
      EXPECT_FALSE(is_valid_utf8(text)) << size << " " << at;
    }
  }
}

TEST(Utf8, ClipsBetweenCharacters) {
  EXPECT_EQ(clip_utf8("économie", 0), "");
  EXPECT_EQ(clip_utf8("économie", 1), "");
  EXPECT_EQ(clip_utf8("économie", 2), "é");
  EXPECT_EQ(clip_utf8("10 €", 5), "10 ");
  EXPECT_EQ(clip_utf8("10 €", 6), "10 €");
  EXPECT_EQ(clip_utf8("𝄞", 3), "");
  EXPECT_EQ(clip_utf8("abc", 100), "abc");
}

TEST(Trim, RemovesBlanksAtTheEndsOnly) {
  EXPECT_EQ(trim(" \t Les  pôles\r\n"), "Les  pôles");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("\u00A0a"), "\u00A0a") << "only ASCII's blanks";
}

TEST(OneLine, HasNoControlCharactersAndNoRunsOfSpaces) {
  EXPECT_EQ(one_line("Les pôles"), "Les pôles");
  EXPECT_EQ(one_line("  Les\r\n\t pôles\x01\x7f "), "Les pôles");
  EXPECT_EQ(one_line("\n \x02"), "");
  EXPECT_EQ(one_line(""), "");
  EXPECT_EQ(one_line("10\u00A0000"), "10\u00A0000") << "a no-break space stays";
}

TEST(TakeUntil, TakesPartsUpToAnySeparator) {
  std::string_view list = "a,,b;";
  EXPECT_EQ(take_until(list, ",;"), "a");
  EXPECT_EQ(take_until(list, ",;"), "");
  EXPECT_EQ(take_until(list, ",;"), "b");
  EXPECT_EQ(list, "");
  EXPECT_EQ(take_until(list, ",;"), "");
}

TEST(TakeUntil, TakesAllWithoutASeparator) {
  std::string_view text = "à la fin";
  EXPECT_EQ(take_until(text, ";"), "à la fin");
  EXPECT_EQ(text, "");
}

TEST(WordList, IsComparedByBytes) {
  constexpr std::string_view kWords[] = {"discours", "séance"};
  EXPECT_TRUE(is_one_of("séance", kWords));
  EXPECT_FALSE(is_one_of("seance", kWords));
  EXPECT_TRUE(starts_with_one_of("discours du 5 mai", kWords));
  EXPECT_FALSE(starts_with_one_of("un discours", kWords));
  EXPECT_TRUE(contains_one_of("un discours", kWords));
  EXPECT_FALSE(contains_one_of("un texte", kWords));
}

TEST(ParseNumber, TakesWholeNumbersThatFit) {
  EXPECT_EQ(parse_number<int>("-12"), -12);
  EXPECT_EQ(parse_number<std::uint8_t>("255"), 255);
  for (const char* text : {"", " 1", "1 ", "+1", "0x1", "1.0", "256", "-1"}) {
    EXPECT_EQ(parse_number<std::uint8_t>(text), std::nullopt) << text;
  }
}

TEST(LowerAscii, LeavesOtherBytes) {
  EXPECT_EQ(lower_ascii('Z'), 'z');
  EXPECT_EQ(lower_ascii('['), '[');
  EXPECT_EQ(lower_ascii('\xC9'), '\xC9');
  EXPECT_FALSE(is_ascii_letter('\xC9'));
  EXPECT_TRUE(is_ascii_letter('Q'));
}

}  // namespace
}  // namespace pressoir::base
