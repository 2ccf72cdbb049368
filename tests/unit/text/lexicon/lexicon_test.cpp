// The lexicon of the program, as it was made of Debian's dictionary.
#include "indexer/text/lexicon/lexicon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace pressoir::text::lexicon {

void PrintTo(const Reading& reading, std::ostream* out) {
  *out << reading.lemma << "/" << static_cast<int>(reading.part);
}

namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr Part kNominal = Part::kNominal;
constexpr Part kVerb = Part::kVerb;
constexpr Part kName = Part::kName;

Readings look_up(std::string_view word) {
  return french().look_up(word);
}

TEST(Lexicon, ReadsInflectedNounsVerbsAndNames) {
  EXPECT_THAT(look_up("travaux"), UnorderedElementsAre(Reading{"travail", kNominal}));
  EXPECT_THAT(look_up("soutient"), UnorderedElementsAre(Reading{"soutenir", kVerb}));
  EXPECT_THAT(look_up("vue"),
              UnorderedElementsAre(Reading{"voir", kVerb}, Reading{"vu", kNominal}));
  EXPECT_THAT(look_up("paris"),
              UnorderedElementsAre(Reading{"paris", kName}, Reading{"pari", kNominal}));
}

TEST(Lexicon, TellsTheNounFromTheVerbOfOneSpelling) {
  EXPECT_THAT(look_up("pouvoir"),
              UnorderedElementsAre(Reading{"pouvoir", kNominal}, Reading{"pouvoir", kVerb}));
  EXPECT_THAT(look_up("pouvoirs"), UnorderedElementsAre(Reading{"pouvoir", kNominal}));
  EXPECT_THAT(look_up("peuvent"), UnorderedElementsAre(Reading{"pouvoir", kVerb}));
}

TEST(Lexicon, LeavesOutFormsThatReportsDoNotUse) {
  EXPECT_THAT(look_up("opéra"), UnorderedElementsAre(Reading{"opéra", kNominal}));
  EXPECT_THAT(look_up("actions"), UnorderedElementsAre(Reading{"action", kNominal}));
  EXPECT_THAT(look_up("mesures"), UnorderedElementsAre(Reading{"mesure", kNominal}));
  // Where the spelling is nothing else they stay.
  EXPECT_THAT(look_up("opérèrent"), UnorderedElementsAre(Reading{"opérer", kVerb}));
}

TEST(Lexicon, LeavesOutEtreAndAvoir) {
  EXPECT_THAT(look_up("été"), UnorderedElementsAre(Reading{"été", kNominal}));
  EXPECT_THAT(look_up("eurent"), IsEmpty());
}

TEST(Lexicon, JoinsListedWords) {
  EXPECT_EQ(look_up("yeux"), look_up("œil"));
  EXPECT_EQ(look_up("clef"), look_up("clé"));
  EXPECT_EQ(look_up("reines"), look_up("rois"));
}

TEST(Lexicon, DoesNotKnowWhatTheDictionaryDoesNot) {
  for (const char* word :
       {"", "a1", "xqzt", "travau", "Travaux", "économi", "10", "日本", "\xC3"}) {
    EXPECT_THAT(look_up(word), IsEmpty()) << word;
  }
}

TEST(Lexicon, FindsWordsByTheirLettersWithoutAccents) {
  EXPECT_THAT(french().look_up_folded("economie"),
              UnorderedElementsAre(Reading{"économie", kNominal}));
  EXPECT_THAT(french().look_up_folded("oeuvre"),
              UnorderedElementsAre(Reading{"œuvre", kNominal}, Reading{"œuvrer", kVerb}));
  EXPECT_THAT(french().look_up_folded("peche"),
              testing::IsSupersetOf({Reading{"pêche", kNominal}, Reading{"péché", kNominal},
                                     Reading{"pêcher", kVerb}, Reading{"pécher", kVerb}}));
  EXPECT_THAT(french().look_up_folded("aujourdhui"), testing::SizeIs(1));
  EXPECT_THAT(french().look_up_folded("xqzt"), IsEmpty());
  EXPECT_THAT(french().look_up_folded(""), IsEmpty());
}

TEST(Lexicon, RefusesATableThatIsNone) {
  EXPECT_THROW(Lexicon(""), std::runtime_error);
  EXPECT_THROW(Lexicon(std::string_view("PLX1 and what is no table at all")), std::runtime_error);
}

}  // namespace
}  // namespace pressoir::text::lexicon
