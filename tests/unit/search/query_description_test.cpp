#include "server/search/query_description.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "server/search/query_parser.hpp"

namespace pressoir::search {
namespace {

std::string read_as(std::string_view text, MatchMode match = MatchMode::kAuto) {
  text::Analyzer analyzer;
  const ParsedQuery parsed = parse_query(text, match, analyzer).value();
  return describe(parsed.query, parsed.notes);
}

TEST(DescribeQuery, SaysNothingOfEverything) {
  EXPECT_EQ(read_as(""), "");
}

TEST(DescribeQuery, NamesWordsAndPhrasesAsTyped) {
  EXPECT_EQ(read_as("pôles"), "Textes contenant « pôles »");
  EXPECT_EQ(read_as("les Pôles de compétitivité"),
            "Textes contenant « Pôles » et « compétitivité »");
  EXPECT_EQ(read_as("emploi aide", MatchMode::kAny), "Textes contenant « emploi » ou « aide »");
  EXPECT_EQ(read_as("emploi aide loi"),
            "Textes contenant au moins 2 des 3 mots « emploi », « aide » et « loi »");
  EXPECT_EQ(read_as("porte-parole"), "Textes contenant « porte-parole »");
}

TEST(DescribeQuery, NamesWhatIsLeftOut) {
  EXPECT_EQ(read_as("\"redressement productif\" -usines"),
            "Textes contenant « redressement productif » sans « usines »");
  EXPECT_EQ(read_as("-usines -loi"), "Textes sans « usines » ni « loi »");
}

TEST(DescribeQuery, ShowsHowOperatorsBind) {
  EXPECT_EQ(read_as("aide ET (emploi OU loi)"),
            "Textes contenant « aide » et (« emploi » ou « loi »)");
  EXPECT_EQ(read_as("loi PROCHE/5 aide"), "Textes contenant « loi » à 5 mots au plus de « aide »");
  EXPECT_EQ(read_as("=pêche"), "Textes contenant « pêche » écrit ainsi");
  EXPECT_EQ(read_as("titre:drones"), "Textes contenant « drones » dans le titre");
}

TEST(DescribeQuery, PutsConditionsBehindWords) {
  EXPECT_EQ(read_as("loi date:2012-05..2014-03"),
            "Textes contenant « loi » ; datés de 2012-05 à 2014-03");
  EXPECT_EQ(read_as("date:2012.."), "Textes : datés au plus tôt de 2012");
}

TEST(DescribeQuery, AddsNotes) {
  EXPECT_EQ(read_as("(aide"),
            "Textes contenant « aide » (une parenthèse sans paire est ignorée)");
}

}  // namespace
}  // namespace pressoir::search
