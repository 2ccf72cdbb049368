#include "indexer/text/tokenizer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pressoir::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The words of a text: the surface, behind `+` that of a compound as a whole.
std::vector<std::string> words_of(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<std::string> words;
  for (const Word& word : tokenizer.split(text)) {
    words.push_back((word.is_compound ? "+" : "") + std::string(word.surface));
  }
  return words;
}

TEST(Tokenizer, SplitsAtBlanksAndPunctuation) {
  EXPECT_THAT(words_of("Les pôles, « usines » : à 50 % (ou plus)…"),
              ElementsAre("Les", "pôles", "usines", "à", "50", "ou", "plus"));
  EXPECT_THAT(words_of("emploi/formation\nindustrie—énergie"),
              ElementsAre("emploi", "formation", "industrie", "énergie"));
}

TEST(Tokenizer, FindsNothingInNothing) {
  EXPECT_THAT(words_of(""), IsEmpty());
  EXPECT_THAT(words_of(" \n\t\u00A0…’-«»€\u00AD\u0301"), IsEmpty());
}

TEST(Tokenizer, DropsElidedArticles) {
  EXPECT_THAT(words_of("l’industrie d'avenir qu’il n'a jusqu’ici lorsqu'elle puisqu’on quoiqu'un"),
              ElementsAre("industrie", "avenir", "il", "a", "ici", "elle", "on", "un"));
  EXPECT_THAT(words_of("L’Économie, C’est J'ai M’a S’il T'a"),
              ElementsAre("Économie", "est", "ai", "a", "il", "a"));
  EXPECT_THAT(words_of("MINISTERE DE L'ECONOMIE"), ElementsAre("MINISTERE", "DE", "ECONOMIE"));
  EXPECT_THAT(words_of("«l’État»"), ElementsAre("État"));
}

TEST(Tokenizer, ReadsAllApostrophesAlike) {
  for (const char* text :
       {"l'eau", "l’eau", "lʼeau", "l‘eau", "l‛eau", "l´eau", "l`eau", "l′eau"}) {
    EXPECT_THAT(words_of(text), ElementsAre("eau"));
  }
}

TEST(Tokenizer, KeepsWordsWrittenWithApostropheWhole) {
  for (const char* apostrophe : {"'", "’"}) {
    const std::string a = apostrophe;
    EXPECT_THAT(words_of("aujourd" + a + "hui"), ElementsAre("aujourdhui"));
    EXPECT_THAT(words_of("d" + a + "aujourd" + a + "hui"), ElementsAre("aujourdhui"));
    EXPECT_THAT(words_of("Prud" + a + "hommes"), ElementsAre("Prudhommes"));
    EXPECT_THAT(words_of("la presqu" + a + "île"), ElementsAre("la", "presquîle"));
    EXPECT_THAT(words_of("entr" + a + "ouvert"), ElementsAre("entrouvert"));
    EXPECT_THAT(words_of("quelqu" + a + "un"), ElementsAre("quelquun"));
    EXPECT_THAT(words_of("O" + a + "Brien"), ElementsAre("OBrien"));
    EXPECT_THAT(words_of("presqu" + a + "une"), ElementsAre("une"));
  }
}

TEST(Tokenizer, LeavesLooseApostrophesAlone) {
  EXPECT_THAT(words_of("l’ économie"), ElementsAre("l", "économie"));
  EXPECT_THAT(words_of("’économie’"), ElementsAre("économie"));
  EXPECT_THAT(words_of("l’"), ElementsAre("l"));
}

TEST(Tokenizer, JoinsGroupsOfDigits) {
  for (const char* text : {"10 000", "10\u00A0000", "10\u202F000", "10\u2009000", "10.000"}) {
    EXPECT_THAT(words_of(text), ElementsAre("10000")) << text;
  }
  EXPECT_THAT(words_of("10 000\u202Feuros"), ElementsAre("10000", "euros"));
  EXPECT_THAT(words_of("2 500 000 F"), ElementsAre("2500000", "F"));
  EXPECT_THAT(words_of("1.234.567"), ElementsAre("1234567"));
}

TEST(Tokenizer, JoinsDecimals) {
  EXPECT_THAT(words_of("3,5 %, soit 1 234 567,89 €"), ElementsAre("3,5", "soit", "1234567,89"));
  EXPECT_THAT(words_of("de 0,25 à 10.000,50"), ElementsAre("de", "0,25", "à", "10000,50"));
}

TEST(Tokenizer, TellsListsFromDecimals) {
  EXPECT_THAT(words_of("articles 1,2,3"), ElementsAre("articles", "1", "2", "3"));
  EXPECT_THAT(words_of("en 2012,2013 et 2014, 25 pages"),
              ElementsAre("en", "2012", "2013", "et", "2014", "25", "pages"));
  EXPECT_THAT(words_of("1,5a"), ElementsAre("1", "5a"));
}

TEST(Tokenizer, LeavesOtherNumbersApart) {
  EXPECT_THAT(words_of("2012 000"), ElementsAre("2012", "000"));
  EXPECT_THAT(words_of("en 2012 50 pages"), ElementsAre("en", "2012", "50", "pages"));
  EXPECT_THAT(words_of("en 2012 250 personnes"), ElementsAre("en", "2012", "250", "personnes"));
  EXPECT_THAT(words_of("05.12.2012"), ElementsAre("05", "12", "2012"));
  EXPECT_THAT(words_of("15.12.2012"), ElementsAre("15", "12", "2012"));
  EXPECT_THAT(words_of("05/12/2012"), ElementsAre("05", "12", "2012"));
  EXPECT_THAT(words_of("01 40 00 00 01"), ElementsAre("01", "40", "00", "00", "01"));
  EXPECT_THAT(words_of("01.40.00.00.01"), ElementsAre("01", "40", "00", "00", "01"));
  EXPECT_THAT(words_of("0 800 000 001"), ElementsAre("0", "800000001"));
  EXPECT_THAT(words_of("12 05 2012"), ElementsAre("12", "05", "2012"));
  EXPECT_THAT(words_of("01 234"), ElementsAre("01", "234"));
  EXPECT_THAT(words_of("10 000.000"), ElementsAre("10000", "000"));
  EXPECT_THAT(words_of("10  000"), ElementsAre("10", "000"));
}

TEST(Tokenizer, LeavesFractionsOut) {
  EXPECT_THAT(words_of("2½ ans, ¾"), ElementsAre("2", "ans"));
}

TEST(Tokenizer, JoinsDottedAcronyms) {
  EXPECT_THAT(words_of("Le C.N.I. et l’O.N.U."), ElementsAre("Le", "CNI", "et", "ONU"));
  EXPECT_THAT(words_of("S.N.C.F"), ElementsAre("SNCF"));
  EXPECT_THAT(words_of("plan B. Ensuite"), ElementsAre("plan", "B", "Ensuite"));
  EXPECT_THAT(words_of("M. Montebourg"), ElementsAre("M", "Montebourg"));
  EXPECT_THAT(words_of("fin.Début"), ElementsAre("fin", "Début"));
}

TEST(Tokenizer, JoinsShortWordsAroundAmpersand) {
  EXPECT_THAT(words_of("la R&D, PME&ETI"), ElementsAre("la", "R&D", "PME&ETI"));
  EXPECT_THAT(words_of("Recherche&Développement"), ElementsAre("Recherche", "Développement"));
  EXPECT_THAT(words_of("R & D"), ElementsAre("R&D"));
}

TEST(Tokenizer, GivesHyphenatedWordsThreeWays) {
  EXPECT_THAT(words_of("porte-parole"), ElementsAre("porte", "parole", "+porteparole"));
  EXPECT_THAT(words_of("arc-en-ciel"), ElementsAre("arc", "en", "ciel", "+arcenciel"));
  EXPECT_THAT(words_of("l’après-midi"), ElementsAre("après", "midi", "+aprèsmidi"));
  EXPECT_THAT(words_of("rendez\u2010vous non\u2011dit"),
              ElementsAre("rendez", "vous", "+rendezvous", "non", "dit", "+nondit"));
  EXPECT_THAT(words_of("chef-d’œuvre"), ElementsAre("chef", "œuvre"));
  EXPECT_THAT(words_of("va-t’en"), ElementsAre("va", "en"));
}

TEST(Tokenizer, JoinsNoNumbersAndNoLongChainsByHyphens) {
  EXPECT_THAT(words_of("2012-12-05"), ElementsAre("2012", "12", "05"));
  EXPECT_THAT(words_of("covid-19"), ElementsAre("covid", "19", "+covid19"));
  EXPECT_THAT(words_of("a-b-c-d-e-f"), ElementsAre("a", "b", "c", "d", "e", "f"));
  EXPECT_THAT(words_of("mot -mot mot- mot--mot"), ElementsAre("mot", "mot", "mot", "mot", "mot"));
}

TEST(Tokenizer, GivesAddressesInPartsAndAsAWhole) {
  EXPECT_THAT(
      words_of("écrire à contact@exemple.gouv.fr."),
      ElementsAre("écrire", "à", "contact", "exemple", "gouv", "fr", "+contactexemplegouvfr"));
  EXPECT_THAT(words_of("https://www.exemple.gouv.fr/page"),
              ElementsAre("https", "www", "exemple", "gouv", "fr", "+wwwexemplegouvfr", "page"));
  EXPECT_THAT(words_of("jean-paul.dupont@exemple.test, l’exemple.fr"),
              ElementsAre("jean", "paul", "dupont", "exemple", "test", "+jeanpauldupontexempletest",
                          "exemple", "fr", "+exemplefr"));
}

TEST(Tokenizer, TakesNoSentenceForAnAddress) {
  EXPECT_THAT(words_of("fin.Début"), ElementsAre("fin", "Début"));
  EXPECT_THAT(words_of("@ministere"), ElementsAre("ministere"));
  EXPECT_THAT(words_of("a.b.c.d.e.f.g.h.i.j.k.fr").size(), 2u);
}

TEST(Tokenizer, ReadsNumberSignsAlike) {
  for (const char* text : {"n° 10", "nº 10", "n°10", "nº10", "nᵒ\u00A010"}) {
    EXPECT_THAT(words_of(text), ElementsAre("n", "10")) << text;
  }
}

TEST(Tokenizer, NumbersPartsOfCompoundsOnce) {
  Tokenizer tokenizer;
  std::vector<std::uint32_t> positions;
  for (const Word& word : tokenizer.split("le porte-parole parle")) {
    positions.push_back(word.position);
  }
  EXPECT_THAT(positions, ElementsAre(0, 1, 2, 1, 3));
}

TEST(Tokenizer, KeepsSoftHyphensAndAccentsInsideWords) {
  Tokenizer tokenizer;
  const std::string text = "in\u00ADdustrie\u00AD e\u0301te\u0301.";
  const auto& words = tokenizer.split(text);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "in\u00ADdustrie");
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "e\u0301te\u0301");
}

TEST(Tokenizer, ReadsOnPastBadBytes) {
  EXPECT_THAT(words_of("l\x92\351conomie fran\347aise\303"),
              ElementsAre("l", "conomie", "fran", "aise"));
  EXPECT_THAT(words_of("\xED\xA0\200mot\xF4\x90\x80\x80"), ElementsAre("mot"));
}

TEST(Tokenizer, ForgetsTheTextBefore) {
  Tokenizer tokenizer;
  tokenizer.split("C.N.I. porte-parole");
  const auto& words = tokenizer.split("S.N.C.F.");
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words[0].surface, "SNCF");
  EXPECT_EQ(words[0].position, 0u);
}

}  // namespace
}  // namespace pressoir::text
