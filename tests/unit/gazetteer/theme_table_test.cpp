#include "indexer/gazetteer/theme_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace pressoir::gazetteer {
namespace {

constexpr std::string_view kHeader = "label\tpath\tsource\n";
constexpr std::string_view kTable =
    "label\tpath\tsource\n"
    "Industrie\tIndustrie\ttheme\n"
    "Industrie/Innovation\tIndustrie/Innovation\ttheme\n"
    "Innovation\tIndustrie/Innovation\tusage\n"
    "Recherche\tRecherche\ttheme\n"
    "Recherche/Innovation\tRecherche\tusage\n"
    "Droits des femmes\tRecherche\tusage\n"
    "Santé - Protection sociale\tRecherche\tusage\n";

ThemeTable parse(std::string_view tsv) {
  return ThemeTable::parse(tsv).value();
}

std::string fault_of(const std::string& rows) {
  const auto parsed = ThemeTable::parse(std::string(kHeader) + rows);
  return parsed ? "" : parsed.error().message;
}

TEST(ThemeTable, FindsALabelHoweverItIsWritten) {
  const ThemeTable table = parse(kTable);

  EXPECT_EQ(table.find("INDUSTRIE"), "Industrie");
  EXPECT_EQ(table.find("Les industries"), "Industrie");
  EXPECT_EQ(table.find("Droit de la femme"), "Recherche");
  EXPECT_EQ(table.find("L’innovation"), "Industrie/Innovation");
  EXPECT_EQ(table.find("Santé – protection sociale"), "Recherche");
}

TEST(ThemeTable, BelievesTheInnermostPartThatItKnows) {
  const ThemeTable table = parse(kTable);

  EXPECT_EQ(table.find("Presse/Industrie/Machines"), "Industrie");
  EXPECT_EQ(table.find("Presse/Industrie/Innovation"), "Industrie/Innovation");
  EXPECT_EQ(table.find("Presse/Recherche/Innovation"), "Recherche");
  EXPECT_EQ(table.find("Innovation - Écosystèmes"), "Industrie/Innovation");
  EXPECT_EQ(table.find("Recherche : généralités"), "Recherche");
}

TEST(ThemeTable, KnowsNothingOfOtherLabels) {
  const ThemeTable table = parse(kTable);

  EXPECT_EQ(table.find(""), "");
  EXPECT_EQ(table.find(" / - / "), "");
  EXPECT_EQ(table.find("Industriel"), "");
  EXPECT_EQ(table.find("Industrie " + std::string(1000, 'a')), "");
}

TEST(ThemeTable, RefusesATableThatContradictsItself) {
  EXPECT_NE(fault_of("Santé\tSanté\tusage\n").find("declared by no row"), std::string::npos);
  EXPECT_NE(fault_of("Santé/Hôpital\tSanté/Hôpital\ttheme\n").find("parent"), std::string::npos);
  EXPECT_NE(fault_of("A\tA\ttheme\nA/B\tA/B\ttheme\nA/B/C\tA/B/C\ttheme\n").find("third level"),
            std::string::npos);
  EXPECT_NE(fault_of("A\tA\ttheme\nB\tB\ttheme\nmot\tA\tusage\nMots\tB\tusage\n")
                .find("already a label of A"),
            std::string::npos);
  std::string rows;
  for (char c = 'a'; c < 'a' + 16; ++c) {
    rows += std::string(4, c) + "\t" + std::string(4, c) + "\ttheme\n";
  }
  EXPECT_NE(fault_of(rows).find("one more than a level may hold"), std::string::npos);
}

TEST(ThemeTable, IsInTheProgramWithAtMostFifteenThemesOfFifteenParts) {
  const ThemeTable table = ThemeTable::load().value();

  EXPECT_EQ(
      std::ranges::count_if(table.paths(),
                            [](const auto& path) { return path.find('/') == std::string::npos; }),
      15);
  EXPECT_EQ(table.find("Industrie/Compétitivité"), "Industrie/Compétitivité");
  EXPECT_EQ(table.find("Pôles de compétitivité"), "Industrie/Compétitivité");
  EXPECT_EQ(table.find("retraites : généralités"), "Solidarités et famille/Retraites");
  EXPECT_EQ(table.find("Emploi/Chômage"), "Travail et emploi/Emploi et chômage");
  EXPECT_EQ(table.find("Recherche/Innovation"), "Éducation et recherche/Recherche");
}

}  // namespace
}  // namespace pressoir::gazetteer
