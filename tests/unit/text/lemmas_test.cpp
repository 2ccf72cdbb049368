// Which words are forms of one, and which must not be.
#include "indexer/text/lemmas.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "indexer/text/fold.hpp"

namespace pressoir::text {
namespace {

struct WordPair {
  const char* one;
  const char* other;
};

std::string lemmas(std::string_view exact) {
  return lemmas_of(exact, fold(exact));
}

void expect_forms(std::initializer_list<WordPair> pairs) {
  for (const auto& [one, other] : pairs) {
    EXPECT_TRUE(share_a_lemma(lemmas(one), lemmas(other)))
        << one << " (" << lemmas(one) << "), " << other << " (" << lemmas(other) << ")";
  }
}

void expect_no_forms(std::initializer_list<WordPair> pairs) {
  for (const auto& [one, other] : pairs) {
    EXPECT_FALSE(share_a_lemma(lemmas(one), lemmas(other)))
        << one << " (" << lemmas(one) << "), " << other << " (" << lemmas(other) << ")";
  }
}

TEST(Lemmas, JoinPlurals) {
  expect_forms({{"loi", "lois"},
                {"journal", "journaux"},
                {"bail", "baux"},
                {"enjeu", "enjeux"},
                {"ciel", "cieux"},
                {"monsieur", "messieurs"},
                {"festival", "festivals"},
                {"final", "finaux"},
                {"clou", "clous"},
                {"genou", "genoux"}});
}

TEST(Lemmas, JoinFeminines) {
  expect_forms({{"vieux", "vieille"},
                {"vieil", "vieux"},
                {"public", "publique"},
                {"gentil", "gentille"},
                {"tiers", "tierce"},
                {"coi", "coite"},
                {"sénateur", "sénatrice"},
                {"agriculteur", "agricultrices"},
                {"députée", "députés"},
                {"professeure", "professeur"},
                {"rapporteure", "rapporteurs"},
                {"maire", "mairesse"},
                {"duc", "duchesse"}});
}

TEST(Lemmas, JoinVerbs) {
  expect_forms({{"aller", "vont"},
                {"faire", "fera"},
                {"acquérir", "acquiert"},
                {"devoir", "dû"},
                {"falloir", "faut"},
                {"vaincre", "vainquent"},
                {"balayer", "balaie"},
                {"asseoir", "assied"},
                {"résoudre", "résolu"},
                {"jeter", "jettera"}});
}

TEST(Lemmas, JoinSpellings) {
  expect_forms({{"événement", "évènements"},
                {"boîte", "boite"},
                {"référendum", "referendum"},
                {"clef", "clés"},
                {"élysée", "elysee"},
                {"œuvre", "oeuvres"},
                {"lys", "lis"},
                {"considérera", "considèrera"},
                {"ambiguë", "ambigüe"}});
}

TEST(Lemmas, JoinOrdinals) {
  expect_forms({{"2e", "iie"},
                {"iième", "2ème"},
                {"deuxième", "2e"},
                {"1er", "première"},
                {"xxie", "21e"},
                {"xxième", "xxie"},
                {"ire", "1re"}});
  expect_no_forms({{"iième", "3e"}, {"vie", "6e"}, {"xve", "xvie"}, {"second", "2e"}});
}

TEST(Lemmas, JoinUnknownWordsWithTheirPlurals) {
  expect_forms({{"blockchain", "blockchains"},
                {"wiki", "wikis"},
                {"interrégional", "interrégionaux"},
                {"pétanquo", "petanquos"}});
  expect_no_forms({{"fillon", "fille"}, {"strauss", "straus"}, {"dati", "date"}, {"sms", "sm"}});
}

TEST(Lemmas, KeepDerivedWordsApart) {
  expect_no_forms({{"danse", "dans"},
                   {"communiste", "commune"},
                   {"taxi", "taxe"},
                   {"industrie", "industriel"},
                   {"personne", "personnel"},
                   {"action", "acteur"},
                   {"politesse", "politique"},
                   {"loi", "loin"},
                   {"foi", "foie"},
                   {"prêt", "près"},
                   {"congrès", "congre"}});
}

TEST(Lemmas, KeepAccentsThatTellWordsApart) {
  expect_no_forms({{"sûr", "sur"},
                   {"née", "ne"},
                   {"côte", "côté"},
                   {"pêche", "péché"},
                   {"mûr", "mur"},
                   {"tâche", "tache"},
                   {"à", "a"}});
}

TEST(Lemmas, OfStopWordsAreTheirOwn) {
  expect_no_forms({{"son", "sons"},
                   {"entre", "entrer"},
                   {"dans", "danse"},
                   {"est", "être"},
                   {"des", "de"},
                   {"serait", "est"},
                   {"été", "étions"}});
  expect_forms({{"sur", "sur"}, {"vu", "voir"}, {"pendant", "pendre"}});
}

TEST(Lemmas, OfVerbsAreNotThoseOfNouns) {
  expect_no_forms(
      {{"pouvoirs", "peut"}, {"devoirs", "doit"}, {"actions", "actent"}, {"opéra", "opérer"}});
  expect_forms({{"pouvoir", "pouvoirs"}, {"pouvoir", "peut"}});
}

TEST(Lemmas, ListsSplitAndJoin) {
  EXPECT_EQ(split_lemmas("a\x1f"
                         "v:b"),
            (std::vector<std::string_view>{"a", "v:b"}));
  EXPECT_EQ(join_lemmas({"b\x1f"
                         "c",
                         "a", "c"}),
            "a\x1f"
            "b\x1f"
            "c");
}

}  // namespace
}  // namespace pressoir::text
