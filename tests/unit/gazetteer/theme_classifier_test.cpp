#include "indexer/gazetteer/theme_classifier.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "indexer/gazetteer/theme_table.hpp"

namespace pressoir::gazetteer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Thousandths, then tenths: `usin` alone has the share 1.
constexpr std::string_view kClasses =
    "path\tbias\tthreshold\nIndustrie\t-1000\t0\nIndustrie/Filières\t-1000\t500\nSanté\t-1000\t0\n"
    "Défense\t-1000\t0\n";
constexpr std::string_view kWords =
    "word\tweights\nautomobil\t0:40|1:30\nhopital\t2:30\nsoldat\t3:20\nusin\t0:20\n";

std::vector<ThemeWord> words_of(std::string_view title, std::string_view text) {
  text::Analyzer analyzer{text::Depth::kStems};
  return read_theme_words(title, text, analyzer);
}

ThemeClassifier classifier() {
  return ThemeClassifier::parse({kClasses, kWords}).value();
}

TEST(ThemeWords, AreStemsWithoutStopWordsAndNumbers) {
  const auto words = words_of("", "Les usines de 2012, l’usine et l’hôpital");

  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].stem, "usin");
  EXPECT_EQ(words[1].stem, "hopital");
  EXPECT_NEAR(words[0].share / words[1].share, 1 + std::log(2), 1e-9);
}

TEST(ThemeWords, AreReadFromTheStartOfATextOnly) {
  std::string text;
  while (text.size() < kMaxThemeBytes) text += "usine ";
  EXPECT_EQ(words_of("", text + "hôpital").size(), 1U);
}

TEST(ThemeClassifier, InfersAThemeFromItsWords) {
  EXPECT_THAT(classifier().infer("", "Une usine"), ElementsAre("Industrie"));
  EXPECT_THAT(classifier().infer("L’hôpital", ""), ElementsAre("Santé"));
}

TEST(ThemeClassifier, LeavesUnsureTextsWithoutTheme) {
  EXPECT_THAT(classifier().infer("", "Une promenade"), IsEmpty());
  EXPECT_THAT(classifier().infer("", "Une usine dans un grand jardin fleuri de promenades"),
              IsEmpty());
  EXPECT_THAT(classifier().infer("", ""), IsEmpty());
}

TEST(ThemeClassifier, NamesThePartRatherThanTheTheme) {
  EXPECT_THAT(classifier().infer("", "L’automobile"), ElementsAre("Industrie/Filières"));
}

TEST(ThemeClassifier, InfersTwoThemesAtMost) {
  EXPECT_THAT(classifier().infer("", "usine automobile, hôpital, soldats"),
              testing::SizeIs(testing::Le(ThemeClassifier::kMaxInferred)));
}

TEST(ThemeClassifier, RefusesTablesThatItCannotRead) {
  const auto fault = [](std::string_view classes, std::string_view words) {
    const auto parsed = ThemeClassifier::parse({classes, words});
    return parsed ? "" : parsed.error().message;
  };
  EXPECT_NE(fault("path\tbias\tthreshold\nA\tun\t0\n", "word\tweights\n").find("whole number"),
            std::string::npos);
  EXPECT_NE(fault(kClasses, "word\tweights\nmot\t9:1\n").find("CLASS:WEIGHT"), std::string::npos);
  EXPECT_NE(fault(kClasses, "word\tweights\nmot\t1\n").find("CLASS:WEIGHT"), std::string::npos);
}

TEST(ThemeClassifier, InTheProgramKnowsThePathsOfTheTableOnly) {
  const ThemeTable table = ThemeTable::load().value();
  const ThemeClassifier loaded = ThemeClassifier::load().value();

  const auto paths = loaded.infer(
      "La réforme des retraites devant l’Assemblée",
      "L’âge de départ à la retraite et la durée de cotisation des assurés des régimes de retraite "
      "évolueront ; les pensions des retraités seront revalorisées.");

  EXPECT_THAT(paths, ElementsAre("Solidarités et famille/Retraites"));
  for (const std::string& path : paths) EXPECT_TRUE(table.paths().contains(path)) << path;
}

}  // namespace
}  // namespace pressoir::gazetteer
