#include "indexer/extract/turns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extract/page_of.hpp"

namespace pressoir::extract {
namespace {

using base::BlockKind;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Turns, BeginWithWhoSpeaks) {
  for (const char* text :
       {"M. le président. La séance est ouverte.", "Mme la garde des sceaux. Défavorable.",
        "M. Jean-Marc Ayrault, Premier ministre. Je vous remercie.", "M. J. Dupont. Très bien !",
        "Mme Marie-Anne de La Tour : Bonjour à tous.",
        "Plusieurs députés du groupe écologiste. Très bien !", "FLEUR PELLERIN : Merci.",
        "CÉDRIC O Bonjour à toutes et à tous.", "Q - Que décide le Conseil ?",
        "Réponse : Nous y travaillons."}) {
    EXPECT_TRUE(opens_turn(text)) << text;
  }
}

TEST(Turns, AreNotSentencesAboutPeople) {
  for (const char* text : {"M. Dupont a présenté ce matin son projet de loi.",
                           "Mme Pellerin et le président iront à Lyon",
                           "Le ministre a pris la parole.", "LE PACTE DE COMPÉTITIVITÉ",
                           "OSEO finance les entreprises.", "Questions d’actualité", "M.", ""}) {
    EXPECT_FALSE(opens_turn(text)) << text;
  }
}

TEST(Turns, ComeByThreeAtLeast) {
  const std::string two = "<p>M. le président. Bien.</p><p>Mme Élisa Duval. Oui.</p>";

  EXPECT_THAT(blocks_of(facts_of(page_with(two)), BlockKind::kTurn), IsEmpty());
  EXPECT_THAT(blocks_of(facts_of(page_with(two + "<p>Il est tard.</p><p>M. Luc Petit. Non.</p>")),
                        BlockKind::kTurn),
              ElementsAre("M. le président. Bien.", "Mme Élisa Duval. Oui.", "M. Luc Petit. Non."));
}

}  // namespace
}  // namespace pressoir::extract
