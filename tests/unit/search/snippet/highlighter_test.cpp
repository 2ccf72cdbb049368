#include "server/search/snippet/highlighter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/query/query_parser.hpp"

namespace pressoir::search::snippet {
namespace {

std::string print(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) {
    text += fragment.match ? "[" + fragment.text + "]" : fragment.text;
  }
  return text;
}

std::vector<Fragment> mark(std::string_view q, std::string_view text) {
  text::Analyzer analyzer;
  const query::ParsedQuery parsed =
      query::parse_query(q, query::MatchMode::kAuto, analyzer).value();
  return Highlighter(parsed.query, analyzer).mark(text);
}

struct MarkRow {
  const char* q;
  const char* marked;  // the text, with what must be marked in brackets
};

class Mark : public testing::TestWithParam<MarkRow> {};

TEST_P(Mark, MarksWhatWasFound) {
  std::string text;
  for (const char c : std::string(GetParam().marked)) {
    if (c != '[' && c != ']') text += c;
  }
  EXPECT_EQ(print(mark(GetParam().q, text)), GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Mark,
    testing::Values(MarkRow{"economie", "Dans l’[économie], l'[Économie] et d'[économies]."},
                    MarkRow{"économie", "[ECONOMIE] et [e\u0301conomie], pas économétrie."},
                    MarkRow{"pôles", "Les [pôles], un [pôle] ; les Polonais."},
                    MarkRow{"oeuvre", "L’[œuvre] du Gouvernement"},
                    MarkRow{"R&D", "la [R&D] (R, D)"},
                    MarkRow{"10 000", "[10\u202F000]\u00A0euros, [10.000] et 10 000 000"},
                    MarkRow{"cni", "Le [C.N.I]. réunit le [CNI]"},
                    MarkRow{"aujourd'hui", "[aujourd’hui], d’[aujourd'hui]"},
                    MarkRow{"porte-parole", "Le [porte-parole], porte et parole, [porteparole]"},
                    MarkRow{"porteparole", "Le [porte-parole]"},
                    MarkRow{"parole", "Le porte-[parole]"}, MarkRow{"les pôles", "les [pôles]"},
                    MarkRow{"les", "[les] pôles"},
                    MarkRow{"compétitivité", "compé\u00ADtence [compé\u00ADtitivité]"},
                    MarkRow{"avenir usine", "[usines] d’[avenir]"},
                    MarkRow{"avenir -emploi", "emplois d’[avenir]"}, MarkRow{"", "rien"},
                    MarkRow{"absent", "rien"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, Mark,
    testing::Values(MarkRow{"\"usines à produits d'avenir\"",
                            "des usines, des [usines à produits d’avenir] et d’avenir"},
                    MarkRow{"\"tours\"", "Les [tours] et le tour de [Tours]"},
                    MarkRow{"\"non non\"", "[non non] oui non"},
                    MarkRow{"\"non non\"", "[non non non]"},
                    MarkRow{"\"le porte-parole\"", "[le porte-parole], le parole-porte"},
                    MarkRow{"\"pôles de compétitivité\" pôles",
                            "[pôles] et [pôles de compétitivité]"},
                    MarkRow{"\"un deux\" \"deux trois\"", "[un deux trois]"}));

TEST(Highlighter, ReproducesTheTextInFragments) {
  const std::string text = "L’économie,\n\n«\u00A0l’économie\u00A0»… \xE9 fin";
  const auto fragments = mark("économie", text);
  std::string whole;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    EXPECT_FALSE(fragments[i].text.empty());
    EXPECT_TRUE(i == 0 || fragments[i].match != fragments[i - 1].match);
    whole += fragments[i].text;
  }
  EXPECT_EQ(whole, text);
}

TEST(Highlighter, MarksNothingInNothing) {
  EXPECT_TRUE(mark("pôles", "").empty());
}

// Each word of the text matches a thousand words or phrases of the query.
TEST(Highlighter, MarksRepetitiveTextsForRepetitiveQueries) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "a ";
  std::string words;
  std::string phrases;
  for (int i = 0; i < 1000; ++i) {
    words += "a ";
    phrases += "\"a a\" ";
  }
  EXPECT_EQ(mark(words, text).front(), (Fragment{"a", true}));
  EXPECT_EQ(mark(phrases, text).size(), 2u);
}

}  // namespace
}  // namespace pressoir::search::snippet
