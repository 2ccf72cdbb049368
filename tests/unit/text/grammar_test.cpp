// Which words have one stem, and which must not: a table of French inflection.
#include "indexer/text/grammar.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/text/fold.hpp"
#include "indexer/text/word_forms.hpp"

namespace pressoir::text {
namespace {

struct WordPair {
  const char* one;
  const char* other;
};

std::string stem(std::string_view word) {
  static WordFormCache cache{Depth::kStems};
  return cache.forms(word).stem;
}

void expect_one_stem(std::initializer_list<WordPair> pairs) {
  for (const WordPair& pair : pairs) {
    EXPECT_EQ(stem(pair.one), stem(pair.other)) << pair.one << ", " << pair.other;
  }
}

void expect_two_stems(std::initializer_list<WordPair> pairs) {
  for (const WordPair& pair : pairs) {
    EXPECT_NE(stem(pair.one), stem(pair.other)) << pair.one << ", " << pair.other;
  }
}

TEST(Inflection, JoinsPluralsInS) {
  expect_one_stem({{"loi", "lois"},
                   {"emploi", "emplois"},
                   {"essai", "essais"},
                   {"délai", "délais"},
                   {"élu", "élus"},
                   {"revenu", "revenus"},
                   {"photo", "photos"},
                   {"euro", "euros"},
                   {"commission", "commissions"},
                   {"opinion", "opinions"},
                   {"crédit", "crédits"},
                   {"conflit", "conflits"},
                   {"loyer", "loyers"},
                   {"conseiller", "conseillers"}});
}

TEST(Inflection, JoinsPluralsInX) {
  expect_one_stem({{"travail", "travaux"},
                   {"bail", "baux"},
                   {"régional", "régionaux"},
                   {"national", "nationaux"},
                   {"lieu", "lieux"},
                   {"enjeu", "enjeux"},
                   {"vœu", "vœux"},
                   {"voeu", "vœux"},
                   {"noyau", "noyaux"},
                   {"matériau", "matériaux"},
                   {"bijou", "bijoux"},
                   {"œil", "yeux"}});
}

TEST(Inflection, JoinsFeminines) {
  expect_one_stem({{"public", "publiques"},
                   {"français", "françaises"},
                   {"étranger", "étrangères"},
                   {"entier", "entières"},
                   {"nouveau", "nouvelles"},
                   {"actif", "actives"},
                   {"sénateur", "sénatrices"},
                   {"transmis", "transmise"},
                   {"petit", "petites"},
                   {"bas", "basses"},
                   {"élu", "élues"}});
}

TEST(Inflection, JoinsVerbsWithTheirParticiples) {
  expect_one_stem({{"publier", "publié"},
                   {"modifier", "modifie"},
                   {"créditer", "crédit"},
                   {"arriver", "arrivée"},
                   {"habilité", "habilitée"}});
}

TEST(Inflection, LeavesOtherWordsApart) {
  expect_two_stems({{"mauvais", "mauve"},
                    {"français", "franc"},
                    {"France", "francs"},
                    {"emploi", "employé"},
                    {"loisir", "lois"},
                    {"loyer", "loi"},
                    {"foyer", "foi"},
                    {"fois", "foi"},
                    {"mois", "moi"},
                    {"Paris", "paroi"},
                    {"étranger", "étrange"},
                    {"retrait", "retraite"},
                    {"délit", "délai"},
                    {"amiante", "amis"},
                    {"pétition", "petit"},
                    {"publication", "publique"},
                    {"plus", "plu"},
                    {"abus", "abu"},
                    {"bas", "base"}});
}

// Derived words are other words: see inflection.hpp.
TEST(Inflection, LeavesDerivedWordsApart) {
  expect_two_stems({{"industrie", "industriel"},
                    {"personne", "personnel"},
                    {"matière", "matériel"},
                    {"office", "officiel"},
                    {"motif", "motivation"}});
}

TEST(Inflection, ReadsWordsWithoutAccentsAndInCapitals) {
  expect_one_stem({{"ÉCONOMIE", "ECONOMIE"},
                   {"compétitivité", "COMPETITIVITE"},
                   {"sécurité", "SECURITE"},
                   {"activités", "ACTIVITES"},
                   {"arrivée", "ARRIVEE"},
                   {"données", "DONNEES"},
                   {"première", "PREMIERE"},
                   {"particulièrement", "PARTICULIEREMENT"},
                   {"salariés", "SALARIES"},
                   {"français", "FRANCAISES"},
                   {"étrangers", "ETRANGER"},
                   {"élus", "ELU"},
                   {"vœux", "VOEUX"},
                   {"œuvres", "OEUVRE"},
                   {"après", "APRES"}});
}

TEST(Inflection, LeavesWordsInIteThatAreNoNounsInIté) {
  expect_one_stem({{"limite", "limiter"},
                   {"élite", "élites"},
                   {"mérite", "mériter"},
                   {"facilite", "faciliter"},
                   {"visite", "visiter"}});
}

TEST(Inflection, JoinsOrdinals) {
  expect_one_stem({{"1er", "1ᵉʳ"},
                   {"1er", "1re"},
                   {"1er", "1ère"},
                   {"2e", "2ème"},
                   {"2e", "2ᵉ"},
                   {"2e", "2nd"},
                   {"21e", "21ième"},
                   {"XIXe", "xixe"},
                   {"XIXe", "XIXᵉ"},
                   {"XIXe", "XIXème"},
                   {"XIXe", "XIXième"},
                   {"XIXe", "19e"},
                   {"Ve", "5ème"},
                   {"Ier", "1er"},
                   {"Ve", "Vème"}});
  expect_two_stems({{"VIe", "6e"},
                    {"xixi", "19e"},
                    {"iier", "2e"},
                    {"1er", "1"},
                    {"2e", "2"},
                    {"1er", "11e"},
                    {"mème", "me"},
                    {"2g", "2e"}});
}

TEST(Inflection, LeavesAbbreviationsAndTheShortestWordsAlone) {
  expect_two_stems({{"VAE", "va"},
                    {"SMS", "sm"},
                    {"BTS", "BT"},
                    {"CIE", "CI"},
                    {"DIE", "di"},
                    {"voie", "voyez"}});
  expect_one_stem({{"an", "ans"},
                   {"vie", "vies"},
                   {"rue", "rues"},
                   {"île", "îles"},
                   {"PME", "PMEs"},
                   {"clé", "clés"},
                   {"né", "nées"},
                   {"voie", "voies"}});
}

TEST(Inflection, FindsItsTablesForEveryWordWithoutAccents) {
  for (const char* word : {"mauvais", "français", "dégât", "étranger"}) {
    const StemSource source = stem_source(word, fold(word));
    EXPECT_TRUE(source.is_stem) << word;
    EXPECT_EQ(source.word, fold(word));
    EXPECT_EQ(stem_source(fold(word), fold(word)).word, source.word);
  }
}

TEST(Stopwords, KnowsFunctionWords) {
  for (const char* word : {"le", "la", "les", "de", "du", "des", "à", "où", "et", "est"}) {
    EXPECT_TRUE(is_stopword(word)) << word;
  }
}

// Folded, `été` is a form of être too; a season and the conjunction that is gold are asked for.
TEST(Stopwords, LeavesWordsOfMeaning) {
  for (const char* word : {"", "été", "or", "lea", "france", "économie", "non", "aide", "LE"}) {
    EXPECT_FALSE(is_stopword(word)) << word;
  }
}

}  // namespace
}  // namespace pressoir::text
