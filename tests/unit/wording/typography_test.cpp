#include "server/wording/typography.hpp"

#include <gtest/gtest.h>

namespace pressoir::wording {
namespace {

TEST(Typography, GroupsDigitsByThree) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(999), "999");
  EXPECT_EQ(number(1000), "1\u202F000");
  EXPECT_EQ(number(1234567), "1\u202F234\u202F567");
}

TEST(Typography, ZeroAndOneAreSingular) {
  EXPECT_EQ(counted(0), "0\u00A0texte");
  EXPECT_EQ(counted(1), "1\u00A0texte");
  EXPECT_EQ(counted(2), "2\u00A0textes");
  EXPECT_EQ(counted(1500, {"autre", "autres"}), "1\u202F500\u00A0autres");
}

TEST(Typography, WritesDatesInWords) {
  EXPECT_EQ(in_words({2012, 12, 5}), "5 décembre 2012");
  EXPECT_EQ(in_words({2013, 8, 1}), "1er août 2013");
  EXPECT_EQ(in_words({2014, 2, 0}), "février 2014");
  EXPECT_EQ(in_words({1998, 0, 0}), "1998");
  EXPECT_EQ(in_words({}), "");
}

TEST(Typography, WritesDatesInFiguresDayFirst) {
  EXPECT_EQ(in_figures({2012, 12, 5}), "05/12/2012");
  EXPECT_EQ(in_figures({2014, 2, 0}), "02/2014");
  EXPECT_EQ(in_figures({1998, 0, 0}), "1998");
  EXPECT_EQ(in_figures({}), "");
}

TEST(Typography, CutsMonthsAsNewspapersDo) {
  EXPECT_EQ(short_month({2012, 12, 0}), "déc.");
  EXPECT_EQ(short_month({2012, 5, 3}), "mai");
  EXPECT_EQ(short_month({2012, 0, 0}), "2012");
}

TEST(Typography, SaysPeriodsWithTheRightArticles) {
  EXPECT_EQ(period_in_words({}, {}), "");
  EXPECT_EQ(period_in_words({2012, 0, 0}, {2012, 0, 0}), "2012");
  EXPECT_EQ(period_in_words({2012, 0, 0}, {2014, 0, 0}), "de 2012 à 2014");
  EXPECT_EQ(period_in_words({2012, 6, 0}, {2014, 3, 0}), "de juin 2012 à mars 2014");
  EXPECT_EQ(period_in_words({2012, 10, 0}, {2014, 3, 0}), "d’octobre 2012 à mars 2014");
  EXPECT_EQ(period_in_words({2012, 5, 1}, {2012, 6, 3}), "du 1er mai 2012 au 3 juin 2012");
  EXPECT_EQ(period_in_words({2012, 12, 5}, {}), "depuis le 5 décembre 2012");
  EXPECT_EQ(period_in_words({2012, 12, 0}, {}), "depuis décembre 2012");
  EXPECT_EQ(period_in_words({}, {2012, 12, 5}), "jusqu’au 5 décembre 2012");
  EXPECT_EQ(period_in_words({}, {2012, 8, 0}), "jusqu’en août 2012");
}

TEST(Typography, WritesTheDayOfAnInstant) {
  EXPECT_EQ(instant_in_words(0), "1er janvier 1970");
}

TEST(Typography, MakesFrenchSpacesUnbreakable) {
  EXPECT_EQ(with_french_spaces("Textes sans « loi » ; vraiment ? Oui : tous !"),
            "Textes sans «\u00A0loi\u00A0»\u202F; vraiment\u202F? Oui\u00A0: tous\u202F!");
}

TEST(Typography, NestsGuillemets) {
  EXPECT_EQ(in_guillemets("La « relance » : où ?"), "«\u00A0La “relance” : où ?\u00A0»");
}

TEST(Typography, SeparatesTheStepsOfATheme) {
  EXPECT_EQ(theme_in_words("Industrie/Compétitivité/Pôles"),
            "Industrie\u00A0› Compétitivité\u00A0› Pôles");
}

}  // namespace
}  // namespace pressoir::wording
