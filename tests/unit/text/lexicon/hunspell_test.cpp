#include "indexer/text/lexicon/hunspell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace pressoir::text::lexicon {
namespace {

using testing::ElementsAre;

constexpr const char* kAff =
    "FLAG long\n"
    "PFX L' Y 1\n"
    "PFX L' 0 l' .\n"
    "SFX S. Y 2\n"
    "SFX S. 0 0/L'D' [^sxz] is:sg\n"
    "SFX S. 0 s/D' [^sxz] is:pl\n"
    "SFX X. Y 2\n"
    "SFX X. 0 0/L' [ul] is:sg\n"
    "SFX X. al aux/L' [éi]al is:pl\n";

std::vector<std::string> forms_of(const std::string& line) {
  std::istringstream aff(kAff);
  const Suffixes suffixes(aff);
  std::istringstream dic("1\n" + line + "\n");
  std::vector<std::string> forms;
  for (const Entry& entry : read_entries(dic)) {
    suffixes.expand(entry, [&](const Form& form) {
      std::string text = form.spelling;
      for (const std::string& field : form.fields) text += " " + field;
      forms.push_back(std::move(text));
    });
  }
  return forms;
}

TEST(Hunspell, ExpandsAnEntryByItsSuffixes) {
  EXPECT_THAT(forms_of("clé/S.() po:nom is:fem"), ElementsAre("clé is:sg", "clés is:pl"));
}

TEST(Hunspell, ReadsConditionsByCharacterNotByByte) {
  EXPECT_THAT(forms_of("idéal/X.() po:adj"), ElementsAre("idéal is:sg", "idéaux is:pl"));
  EXPECT_THAT(forms_of("naval/X.() po:adj"), ElementsAre("naval is:sg"));
}

TEST(Hunspell, KeepsEntriesThatAreWordsThemselves) {
  EXPECT_THAT(forms_of("Paris/L'D' po:npr"), ElementsAre("Paris"));
  EXPECT_THAT(forms_of("hier po:adv"), ElementsAre("hier"));
}

TEST(Hunspell, SkipsForbiddenEntries) {
  EXPECT_THAT(forms_of("malgrés/{} po:err"), ElementsAre());
}

TEST(Hunspell, ReadsTheFieldsOfAnEntry) {
  std::istringstream dic("1\nfavori/S.() po:nom is:mas\n");
  const std::vector<Entry> entries = read_entries(dic);
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].word, "favori");
  EXPECT_THAT(entries[0].flags, ElementsAre("S.", "()"));
  EXPECT_THAT(entries[0].fields, ElementsAre("po:nom", "is:mas"));
}

TEST(Hunspell, RefusesAFileWithoutSuffixesAndAnOpenCondition) {
  std::istringstream none("FLAG long\n");
  EXPECT_THROW(Suffixes{none}, std::runtime_error);
  std::istringstream open("SFX S. 0 s [^s is:pl\n");
  EXPECT_THROW(Suffixes{open}, std::runtime_error);
}

}  // namespace
}  // namespace pressoir::text::lexicon
