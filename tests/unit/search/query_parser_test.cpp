#include "server/search/query_parser.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace pressoir::search {
namespace {

// A tree as text: words folded, phrases in quotes, `least(children)`, `except(children)`.
std::string shape(const Query& query) {
  std::string text;
  switch (query.kind) {
    case Query::Kind::kEverything:
      return "*";
    case Query::Kind::kWord:
      return query.words.front().folded;
    case Query::Kind::kPhrase:
      for (const QueryWord& word : query.words) text += (text.empty() ? "" : " ") + word.folded;
      return '"' + text + '"';
    case Query::Kind::kAtLeast:
    case Query::Kind::kExcept:
      for (const Query& child : query.children) text += (text.empty() ? "" : " ") + shape(child);
      return (query.kind == Query::Kind::kExcept ? "except" : std::to_string(query.least)) + "(" +
             text + ")";
  }
  return text;
}

ParsedQuery parse(std::string_view text, MatchMode match = MatchMode::kAuto) {
  text::Analyzer analyzer;
  return parse_query(text, match, analyzer).value();
}

struct QueryRow {
  const char* typed;
  const char* shape;
};

class ParseQuery : public testing::TestWithParam<QueryRow> {};

TEST_P(ParseQuery, ReadsWhatIsTyped) {
  EXPECT_EQ(shape(parse(GetParam().typed).query), GetParam().shape) << GetParam().typed;
}

INSTANTIATE_TEST_SUITE_P(
    Words, ParseQuery,
    testing::Values(QueryRow{"", "*"}, QueryRow{"  \t\n ", "*"}, QueryRow{"…!?", "*"},
                    QueryRow{"pôles", "poles"}, QueryRow{"PÔLES", "poles"},
                    QueryRow{"pôles compétitivité", "2(poles competitivite)"},
                    QueryRow{"un deux trois", "2(deux trois)"},
                    QueryRow{"aide emploi industrie", "2(aide emploi industrie)"},
                    QueryRow{"a1 a2 a3 a4 a5 a6 a7", "3(a1 a2 a3 a4 a5 a6 a7)"},
                    QueryRow{"l'industrie française", "2(industrie francaise)"},
                    QueryRow{"l’industrie", "industrie"}, QueryRow{"aujourd’hui", "aujourdhui"},
                    QueryRow{"œuvre", "oeuvre"}, QueryRow{"R&D", "r&d"},
                    QueryRow{"C.N.I.", "cni"}));

INSTANTIATE_TEST_SUITE_P(Numbers, ParseQuery,
                         testing::Values(QueryRow{"10 000", "10000"},
                                         QueryRow{"10\u00A0000 euros", "2(10000 euros)"},
                                         QueryRow{"10\u202F000 euros", "2(10000 euros)"},
                                         QueryRow{"10 000 euros", "2(10000 euros)"},
                                         QueryRow{"\"10 000 euros\"", "\"10000 euros\""},
                                         QueryRow{"5 décembre 2012", "2(5 decembre 2012)"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, ParseQuery,
    testing::Values(QueryRow{"\"redressement productif\"", "\"redressement productif\""},
                    QueryRow{"« redressement productif »", "\"redressement productif\""},
                    QueryRow{"«\u00A0redressement productif\u00A0»", "\"redressement productif\""},
                    QueryRow{"“redressement productif”", "\"redressement productif\""},
                    QueryRow{"\"usines à produits d’avenir\"", "\"usines a produits avenir\""},
                    QueryRow{"\"usines à produits d'avenir\"", "\"usines a produits avenir\""},
                    QueryRow{"\"le porte-parole\"", "\"le porte parole\""},
                    QueryRow{"\"tours\"", "\"tours\""}, QueryRow{"\"le\"", "\"le\""},
                    QueryRow{"\"de la\" loi", "2(\"de la\" loi)"},
                    QueryRow{"pôles\"de la\"loi", "2(poles \"de la\" loi)"},
                    QueryRow{"\"un\"\"deux\"", "2(\"un\" \"deux\")"}, QueryRow{"\"\"", "*"},
                    QueryRow{"« »", "*"}, QueryRow{"\"pôles", "poles"}, QueryRow{"«pôles", "poles"},
                    QueryRow{"pôles\"", "poles"}, QueryRow{"»pôles«", "poles"},
                    QueryRow{"«un \"deux» trois\"", "2(\"un deux\" trois)"}));

INSTANTIATE_TEST_SUITE_P(
    Exclusions, ParseQuery,
    testing::Values(QueryRow{"pôles -usines", "except(poles usines)"},
                    QueryRow{"-usines", "except(* usines)"},
                    QueryRow{"-usines pôles", "except(poles usines)"},
                    QueryRow{"pôles -\"de la loi\"", "except(poles \"de la loi\")"},
                    QueryRow{"pôles -« de la loi »", "except(poles \"de la loi\")"},
                    QueryRow{"pôles -l’usine -loi", "except(poles usine loi)"},
                    QueryRow{"pôles -porte-parole", "except(poles \"porte parole\")"},
                    QueryRow{"\"un\"-deux", "except(\"un\" deux)"},
                    QueryRow{"pôles - usines", "2(poles usines)"}, QueryRow{"pôles -", "poles"},
                    QueryRow{"-", "*"}, QueryRow{"--", "*"},
                    QueryRow{"--usines", "except(* usines)"}, QueryRow{"pôles -…", "poles"},
                    QueryRow{"-\"pôles", "except(* poles)"}));

INSTANTIATE_TEST_SUITE_P(
    Compounds, ParseQuery,
    testing::Values(QueryRow{"porte-parole", "1(\"porte parole\" porteparole)"},
                    QueryRow{"le porte-parole", "1(\"porte parole\" porteparole)"},
                    QueryRow{"rendez-vous presse", "2(1(\"rendez vous\" rendezvous) presse)"},
                    QueryRow{"arc-en-ciel", "1(\"arc en ciel\" arcenciel)"},
                    QueryRow{"2012-12-05", "2(2012 12 05)"}));

INSTANTIATE_TEST_SUITE_P(StopWords, ParseQuery,
                         testing::Values(QueryRow{"les pôles de la France", "2(poles france)"},
                                         QueryRow{"le", "le"}, QueryRow{"de la", "2(de la)"},
                                         QueryRow{"être ou ne pas être", "2(etre ou ne pas etre)"},
                                         QueryRow{"le -loi", "except(le loi)"}));

TEST(ParseQuery, AsksAllOrAnyOnRequest) {
  EXPECT_EQ(shape(parse("aide emploi industrie", MatchMode::kAll).query),
            "3(aide emploi industrie)");
  EXPECT_EQ(shape(parse("aide emploi industrie", MatchMode::kAny).query),
            "1(aide emploi industrie)");
}

TEST(ParseQuery, SaysInFrenchHowItWasRead) {
  EXPECT_EQ(parse("").read_as, "");
  EXPECT_EQ(parse("pôles").read_as, "Textes contenant « pôles »");
  EXPECT_EQ(parse("les Pôles de compétitivité").read_as,
            "Textes contenant « Pôles » et « compétitivité »");
  EXPECT_EQ(parse("emploi aide", MatchMode::kAny).read_as,
            "Textes contenant « emploi » ou « aide »");
  EXPECT_EQ(parse("\"redressement productif\" -usines").read_as,
            "Textes contenant « redressement productif » sans « usines »");
  EXPECT_EQ(parse("-usines -loi").read_as, "Textes sans « usines » ni « loi »");
  EXPECT_EQ(parse("porte-parole").read_as, "Textes contenant « porte-parole »");
}

TEST(ParseQuery, RefusesWhatIsNotUtf8) {
  text::Analyzer analyzer;
  const auto parsed = parse_query("p\xF4les", MatchMode::kAuto, analyzer);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().code, base::Errc::kBadQuery);
}

TEST(ParseQuery, RefusesMoreBytesThanTheLimit) {
  text::Analyzer analyzer;
  EXPECT_TRUE(parse_query(std::string(kMaxQueryBytes, 'a'), MatchMode::kAuto, analyzer));
  for (const std::string& text :
       {std::string(kMaxQueryBytes + 1, 'a'), std::string(100'000, '"')}) {
    const auto parsed = parse_query(text, MatchMode::kAuto, analyzer);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().code, base::Errc::kBadQuery);
  }
}

std::string repeat(std::string_view piece) {
  std::string text;
  while (text.size() + piece.size() <= kMaxQueryBytes) text += piece;
  return text;
}

std::size_t count_words(const Query& query) {
  std::size_t words = query.words.size();
  for (const Query& child : query.children) words += count_words(child);
  return words;
}

class HugeQuery : public testing::TestWithParam<const char*> {};

TEST_P(HugeQuery, IsReadInBoundedTimeUpToTheLimitOfWords) {
  const std::string text = repeat(GetParam());
  const auto began = std::chrono::steady_clock::now();

  const ParsedQuery parsed = parse(text);

  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
  // A compound is read as its parts and once more as a whole.
  EXPECT_LE(count_words(parsed.query), kMaxQueryWords * 3 / 2);
}

INSTANTIATE_TEST_SUITE_P(Pieces, HugeQuery,
                         testing::Values("a", "a ", "mot,", "\"", "«", "« ", "»", "“", "\"a\" ",
                                         "«a", "-", "- ", "-a ", "-\"", "-«", "a-", "l’", "1 000 ",
                                         "a.", "a&", "\"a b", "« a » ", "porte-parole "));

TEST(HugeQuery, ReadsTheFirstOfFiveThousandWords) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "m" + std::to_string(i) + " ";
  const Query query = parse(text).query;
  ASSERT_EQ(query.children.size(), kMaxQueryWords);
  EXPECT_EQ(query.children.front().words.front().folded, "m0");
}

}  // namespace
}  // namespace pressoir::search
