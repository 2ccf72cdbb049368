#include "indexer/text/analyzer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace pressoir::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> folded(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.analyze(text)) words.emplace_back(token.folded);
  return words;
}

// The source bytes of each token.
std::vector<std::string> sources(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.analyze(text)) {
    words.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  return words;
}

TEST(Analyzer, GivesEachFormOfAWord) {
  Analyzer analyzer{Depth::kStems};
  const auto tokens = analyzer.analyze("L’Économie");

  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].exact, "économie");
  EXPECT_EQ(tokens[0].folded, "economie");
  EXPECT_EQ(tokens[0].lemmas, "économie");
  EXPECT_EQ(tokens[0].stem, "econom");
}

TEST(Analyzer, KeepsStopWords) {
  Analyzer analyzer;
  const auto tokens = analyzer.analyze("le pôle");

  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_TRUE(tokens[0].is_stopword);
  EXPECT_FALSE(tokens[1].is_stopword);
}

struct SpellingRow {
  const char* one;
  const char* other;
};

class Spellings : public testing::TestWithParam<SpellingRow> {};

TEST_P(Spellings, FoldAlike) {
  EXPECT_EQ(folded(GetParam().one), folded(GetParam().other));
}

INSTANTIATE_TEST_SUITE_P(
    French, Spellings,
    testing::Values(
        SpellingRow{"économie", "ECONOMIE"}, SpellingRow{"cœur", "coeur"},
        SpellingRow{"Œuvre", "oeuvre"}, SpellingRow{"ex æquo", "ex aequo"},
        SpellingRow{"aujourd’hui", "aujourd'hui"}, SpellingRow{"prud’homme", "prud'homme"},
        SpellingRow{"d’aujourd’hui", "aujourd'hui"},
        SpellingRow{"10 000 euros", "10\u00A0000\u00A0euros"},
        SpellingRow{"10 000 euros", "10\u202F000\u202Feuros"},
        SpellingRow{"10 000 euros", "10\u2009000 euros"}, SpellingRow{"10 000", "10.000"},
        SpellingRow{"C.N.I.", "CNI"}, SpellingRow{"C.N.I", "CNI"}, SpellingRow{"nº 10", "n° 10"},
        SpellingRow{"1ᵉʳ mai", "1er mai"}, SpellingRow{"XIXᵉ siècle", "xixe siècle"},
        SpellingRow{"Straße", "strasse"}, SpellingRow{"entr’eux", "eux"},
        SpellingRow{"L´économie", "l'économie"}, SpellingRow{"in\u00ADdus\u00ADtrie", "industrie"},
        SpellingRow{"e\u0301te\u0301", "été"}, SpellingRow{"CO₂", "CO2"},
        SpellingRow{"l’industrie", "industrie"},
        SpellingRow{"MINISTERE DE L'ECONOMIE", "ministère de l’économie"},
        SpellingRow{"porte\u2011parole", "porte-parole"},
        SpellingRow{"l’État\u202F: «\u00A0oui\u00A0»", "État oui"}));

struct ThreeForms {
  const char* one;
  const char* other;
  bool exact;  // which forms are the same
  bool folded;
  bool stem;
};

// What ranking builds on: a hit as written beats one without accents, which beats one of the stem.
TEST(Analyzer, TellsFormsThatDifferFromFormsThatAgree) {
  Analyzer analyzer{Depth::kStems};
  const auto forms = [&](std::string_view word) {
    const Token token = analyzer.analyze(word)[0];
    return std::array<std::string, 3>{std::string(token.exact), std::string(token.folded),
                                      std::string(token.stem)};
  };
  for (const ThreeForms& row : {ThreeForms{"Pôles", "pôles", true, true, true},
                                ThreeForms{"pôles", "poles", false, true, true},
                                ThreeForms{"pôles", "pôle", false, false, true},
                                ThreeForms{"marché", "marche", false, true, true},
                                ThreeForms{"cœur", "coeur", false, true, true},
                                ThreeForms{"ÉTÉ", "e\u0301te\u0301", true, true, true},
                                ThreeForms{"1ᵉʳ", "1er", false, true, true},
                                ThreeForms{"Straße", "strasse", false, true, true},
                                ThreeForms{"Léa", "le", false, false, true},
                                ThreeForms{"industrie", "industriel", false, false, false}}) {
    const auto one = forms(row.one);
    const auto other = forms(row.other);
    EXPECT_EQ(one[0] == other[0], row.exact) << row.one << ", " << row.other;
    EXPECT_EQ(one[1] == other[1], row.folded) << row.one << ", " << row.other;
    EXPECT_EQ(one[2] == other[2], row.stem) << row.one << ", " << row.other;
  }
}

std::vector<std::string> stems(std::string_view text) {
  Analyzer analyzer{Depth::kStems};
  std::vector<std::string> words;
  for (const Token& token : analyzer.analyze(text)) words.emplace_back(token.stem);
  return words;
}

// The hard case of old speeches. Where an ending alone does not tell (`ASSOCIE`), the folded form
// still meets.
TEST(Analyzer, StemsSpeechesInCapitalsAsOthers) {
  EXPECT_EQ(
      stems("LES DIFFICULTES DE L'ECONOMIE FRANCAISE, LA SECURITE DES SALARIES ET LES LIBERTES"),
      stems("les difficultés de l’économie française, la sécurité des salariés et les libertés"));
  EXPECT_EQ(stems("L'ANNEE DERNIERE, LES ELUS ONT PARTICULIEREMENT ENCOURAGE LA SOLIDARITE"),
            stems("L’année dernière, les élus ont particulièrement encouragé la solidarité"));
}

TEST(Analyzer, GivesCompoundsAfterTheirParts) {
  Analyzer analyzer;
  const std::string text = "le porte-parole";
  const auto tokens = analyzer.analyze(text);

  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[1].folded, "porte");
  EXPECT_EQ(tokens[2].folded, "parole");
  EXPECT_EQ(tokens[3].folded, "porteparole");
  EXPECT_TRUE(tokens[3].is_compound);
  EXPECT_EQ(tokens[3].begin, tokens[1].begin);
  EXPECT_EQ(tokens[3].end, tokens[2].end);
  EXPECT_EQ(tokens[3].position, tokens[1].position);
}

TEST(Analyzer, GivesTheBytesOfEachWord) {
  EXPECT_THAT(
      sources("L’économie, c’est 10\u202F000\u00A0€ pour l’in\u00ADdustrie (C.N.I.) : R&D."),
      ElementsAre("économie", "est", "10\u202F000", "pour", "in\u00ADdustrie", "C.N.I", "R&D"));
  EXPECT_THAT(sources("e\u0301te\u0301, porte-parole"),
              ElementsAre("e\u0301te\u0301", "porte", "parole", "porte-parole"));
  EXPECT_THAT(sources("aujourd’hui"), ElementsAre("aujourd’hui"));
  EXPECT_THAT(sources("Ligne\nsuivante\r\n𝄞œuvre"), ElementsAre("Ligne", "suivante", "œuvre"));
}

TEST(Analyzer, ClipsTermsButNotOffsets) {
  Analyzer analyzer;
  const std::string text = "fin " + std::string(1000, 'a') + " suite";
  const auto tokens = analyzer.analyze(text);

  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].folded.size(), kMaxTermBytes);
  EXPECT_EQ(tokens[1].begin, 4u);
  EXPECT_EQ(tokens[1].end, 1004u);
  EXPECT_EQ(tokens[2].folded, "suite");
}

TEST(Analyzer, ReadsTextThatIsNotUtf8) {
  EXPECT_THAT(folded("\xFF\xFE"), IsEmpty());
  EXPECT_THAT(folded("\xE9t\xE9 2012"), ElementsAre("t", "2012"));
}

TEST(Analyzer, KeepsEarlierTokensOfOneText) {
  // Views of all tokens stay valid together, whatever the number of words.
  Analyzer analyzer;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "mot" + std::to_string(i) + "-x ";
  const auto tokens = analyzer.analyze(text);
  ASSERT_EQ(tokens.size(), 15000u);
  EXPECT_EQ(tokens[0].folded, "mot0");
  EXPECT_EQ(tokens[2].folded, "mot0x");
  EXPECT_EQ(tokens[14999].folded, "mot4999x");
}

TEST(Analyzer, MakesTheOtherFormsOfTheExactOne) {
  Analyzer words{Depth::kStems};
  Analyzer analyzer{Depth::kStems};
  for (const Token& token :
       words.analyze("Économies, NOTRE, « l’œuvre », porte-parole, 1er, 10 000, "
                     "C.N.I., R&D, aujourd’hui, e\u0301te\u0301, www.exemple.fr, "
                     "Ελλάδα, \u2474, \u0130stanbul, CO₂, n\u00b0, Straße")) {
    const Analyzer::Forms forms = analyzer.forms_of(token.exact);
    EXPECT_EQ(forms.folded, token.folded) << token.exact;
    EXPECT_EQ(forms.lemmas, token.lemmas) << token.exact;
    EXPECT_EQ(forms.stem, token.stem) << token.exact;
  }
}

TEST(Analyzer, NamesItsVersionThatOfIcuAndTheLexicon) {
  EXPECT_NE(analyzer_digest().find("french-"), std::string::npos);
  EXPECT_NE(analyzer_digest().find("icu-"), std::string::npos);
  EXPECT_NE(analyzer_digest().find("lexicon-"), std::string::npos);
}

TEST(Analyzer, MakesLemmasAndStemsOnRequestOnly) {
  Analyzer analyzer{Depth::kSpelling};

  const auto tokens = analyzer.analyze("Économies");

  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].folded, "economies");
  EXPECT_EQ(tokens[0].lemmas, "");
  EXPECT_EQ(tokens[0].stem, "");
  EXPECT_EQ(Analyzer().analyze("Économies")[0].stem, "");
}

}  // namespace
}  // namespace pressoir::text
