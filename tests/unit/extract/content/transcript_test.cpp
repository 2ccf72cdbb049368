#include "indexer/extract/content/blocks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extract/page_of.hpp"

namespace pressoir::extract::content {
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
    EXPECT_GT(turn_label_bytes(text), 0U) << text;
  }
}

TEST(Turns, AreNotSentencesAboutPeople) {
  for (const char* text : {"M. Dupont a présenté ce matin son projet de loi.",
                           "M. Jean Dupont, préfet hors cadre, est nommé préfet de la Drôme.",
                           "Mme Élisa Duval, ministre, a présenté une communication.",
                           "Mme Pellerin et le président iront à Lyon",
                           "Le ministre a pris la parole.", "LE PACTE DE COMPÉTITIVITÉ",
                           "OSEO finance les entreprises.", "Questions d’actualité", "M.", ""}) {
    EXPECT_EQ(turn_label_bytes(text), 0U) << text;
  }
}

TEST(Turns, HaveALabelUpToTheSpeech) {
  for (const std::string label : {"M. le président.", "Mme Christiane Taubira, garde des sceaux.",
                                  "FLEUR PELLERIN :", "CÉDRIC O", "Q -", "M. J. Dupont.",
                                  "M. Luc Petit et Mme Élisa Duval."}) {
    EXPECT_EQ(turn_label_bytes(label + " Très bien !"), label.size()) << label;
  }
}

TEST(Turns, ComeByThreeAtLeast) {
  const std::string two = "<p>M. le président. Bien.</p><p>Mme Élisa Duval. Oui.</p>";

  EXPECT_THAT(blocks_of(facts_of(page_with(two)), BlockKind::kTurn), IsEmpty());
  EXPECT_THAT(blocks_of(facts_of(page_with(two + "<p>Il est tard.</p><p>M. Luc Petit. Non.</p>")),
                        BlockKind::kTurn),
              ElementsAre("le président. Bien.", "Élisa Duval. Oui.", "Luc Petit. Non."));
}

const char kDebate[] =
    "<p><b>M. le président.</b> La parole est à M. Luc Petit.</p>"
    "<p><b>M. Luc Petit et Mme Élisa Duval.</b> Non ! <i>(Exclamations au centre.)</i></p>"
    "<p>J’en viens à l’article 3 <i>(nouveau)</i>. <i>(« Ah ! » sur plusieurs bancs.)</i></p>"
    "<p><i>(Applaudissements.)</i></p><p><i>(L’amendement n° 3 est adopté.)</i></p>"
    "<p><b>M. le président.</b> Je vous remercie.</p>";

TEST(Turns, HoldWhatWasSaid) {
  const facts::PageFacts facts = facts_of(page_with(kDebate));

  EXPECT_THAT(facts.text, testing::StartsWith("le président. La parole est à M. Luc Petit.\n"
                                              "Luc Petit et Élisa Duval. Non !\n"
                                              "J’en viens à l’article 3 (nouveau).\n"
                                              "(L’amendement n° 3 est adopté.)\n"
                                              "le président. Je vous remercie.\n"));
  EXPECT_THAT(facts.turn_labels,
              ElementsAre("M. le président.", "M. Luc Petit et Mme Élisa Duval."));
}

TEST(Turns, AreCutOnNoOtherPage) {
  const std::string page =
      page_with("<p>M. Luc Petit, ministre. Très bien.</p><p>Il a souri (Rires.) puis conclu.</p>");

  const facts::PageFacts facts = facts_of(page);

  EXPECT_THAT(facts.text, testing::StartsWith("M. Luc Petit, ministre. Très bien.\n"
                                              "Il a souri (Rires.) puis conclu.\n"));
  EXPECT_THAT(facts.turn_labels, IsEmpty());
}

TEST(Turns, KeepTheCivilityWhereNobodySpeaks) {
  const std::string people =
      "<p>M. Luc Petit, directeur général.</p><p>Mme Élisa Duval, directrice.</p>"
      "<p>M. Paul Durand, préfet.</p>";

  EXPECT_THAT(facts_of(page_with(people)).text,
              testing::StartsWith("M. Luc Petit, directeur général.\nMme Élisa Duval,"));
}

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
}  // namespace pressoir::extract::content
