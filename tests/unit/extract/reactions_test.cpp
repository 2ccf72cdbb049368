#include "indexer/extract/reactions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Reactions, AreWhatTheHallDoes) {
  for (const char* text :
       {"Applaudissements sur les bancs du groupe des Verts.", "Vives exclamations au centre",
        "Sourires.", "Nouveaux rires", "Mêmes mouvements.", "Mouvements divers.", "Bruit.",
        "« Voilà ! » sur plusieurs bancs.", "« Ah ! sur les bancs de la majorité",
        "“Très bien !” et applaudissements sur de nombreux bancs", "rires", "rires et exclamations",
        "Mme Élisa Duval et M. Luc Petit applaudissent.", "M. le rapporteur acquiesce.",
        "Les députés du groupe se lèvent et applaudissent longuement."}) {
    EXPECT_TRUE(is_reaction(text)) << text;
  }
}

TEST(Reactions, AreNeitherActsOfTheSittingNorSpeech) {
  for (const char* text : {"L’amendement n° 12, repoussé par le Gouvernement, n’est pas adopté.",
                           "Il est procédé au scrutin.",
                           "La séance est levée à vingt heures.",
                           "Les amendements identiques nos 3 et 5 sont adoptés.",
                           "nouveau",
                           "suite",
                           "supprimé",
                           "le 5 décembre 2012",
                           "12 millions d’euros",
                           "n° 344",
                           "Mouvement des entreprises de France",
                           "Bruits de voisinage et santé",
                           "Silence et solitude, rapport de 2010",
                           "les applaudissements nourris de la salle nous y encouragent",
                           "OSEO",
                           "Jean Petit, Lyon",
                           "divers",
                           "et",
                           "sur les bancs de l’école comme ailleurs",
                           ""}) {
    EXPECT_FALSE(is_reaction(text)) << text;
  }
}

struct Case {
  std::string text;
  std::string kept;
};

TEST(Reactions, LeaveTheSpeechAsItWasSaid) {
  const std::vector<Case> cases = {
      {"Voilà. (Rires.) Je conclus.", "Voilà. Je conclus."},
      {"Ces enfants (Exclamations au centre), je les ai vus.", "Ces enfants, je les ai vus."},
      {"Nous voterons ! (Applaudissements).", "Nous voterons !"},
      {"Nous voterons ce texte (Applaudissements).", "Nous voterons ce texte."},
      {"(Sourires.) Je vous en prie.", "Je vous en prie."},
      {"Oui. (Rires.) Non. (Mêmes mouvements.)", "Oui. Non."},
      {"L’article 3 (nouveau) est adopté. (Sourires.)", "L’article 3 (nouveau) est adopté."},
      {"Fin (Murmures… (Rires.) suite", "Fin (Murmures… suite"},
      {"(Applaudissements.)", ""},
      {"(Rires.) – (Applaudissements.).", ""}};
  for (const Case& expected : cases) {
    std::string text = expected.text;
    EXPECT_FALSE(take_reactions(text).empty()) << expected.text;
    EXPECT_EQ(text, expected.kept);
  }
}

TEST(Reactions, AreReturnedAsTheyStood) {
  std::string text = "Oui. (Rires.) Non (le 5 mai). (« Ah ! » sur divers bancs)";

  EXPECT_THAT(take_reactions(text), ElementsAre("(Rires.)", "(« Ah ! » sur divers bancs)"));
}

TEST(Reactions, LeaveOtherTextUntouched) {
  std::string text = " L’article 3 (nouveau) (Il est procédé au scrutin.) (";
  const std::string before = text;

  EXPECT_THAT(take_reactions(text), IsEmpty());
  EXPECT_EQ(text, before);
}

}  // namespace
}  // namespace pressoir::extract
