#include "server/wording/query_sentences.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "server/query/query_parser.hpp"

namespace pressoir::wording {
namespace {

std::string read_as(std::string_view text, query::MatchMode match = query::MatchMode::kAuto) {
  text::Analyzer analyzer;
  const query::ParsedQuery parsed = query::parse_query(text, match, analyzer).value();
  return describe(query::outline(parsed));
}

TEST(DescribeQuery, SaysNothingOfEverything) {
  EXPECT_EQ(read_as(""), "");
}

TEST(DescribeQuery, NamesWordsAndPhrasesAsTyped) {
  EXPECT_EQ(read_as("pôles"), "Textes contenant « pôles »");
  EXPECT_EQ(read_as("les Pôles de compétitivité"),
            "Textes contenant « Pôles » et « compétitivité »");
  EXPECT_EQ(read_as("emploi aide", query::MatchMode::kAny), "Textes contenant « emploi » ou « aide »");
  EXPECT_EQ(read_as("emploi aide loi"),
            "Textes contenant au moins 2 des 3 mots « emploi », « aide » et « loi »");
  EXPECT_EQ(read_as("porte-parole"), "Textes contenant « porte-parole »");
}

TEST(DescribeQuery, NamesWhatIsLeftOut) {
  EXPECT_EQ(read_as("\"redressement productif\" -usines"),
            "Textes contenant « redressement productif » sans « usines »");
  EXPECT_EQ(read_as("-usines -loi"), "Textes sans « usines » ni « loi »");
  EXPECT_EQ(read_as("aide -(usines OU loi)"),
            "Textes contenant « aide » sans « usines » ni « loi »");
  EXPECT_EQ(read_as("aide -date:2013 -usines"),
            "Textes contenant « aide » sans « usines », sauf ceux publiés en 2013");
  EXPECT_EQ(read_as("aide emploi -loi"), "Textes contenant « aide » et « emploi », sans « loi »");
}

TEST(DescribeQuery, ShowsHowOperatorsBindByParenthesesWhereNeeded) {
  EXPECT_EQ(read_as("aide ET (emploi OU loi)"),
            "Textes contenant « aide » et (« emploi » ou « loi »)");
  EXPECT_EQ(read_as("aide ET (emploi ET (loi ET presse))"),
            "Textes contenant « aide », « emploi », « loi » et « presse »");
  EXPECT_EQ(read_as("(aide OU emploi) OU loi"), "Textes contenant « aide », « emploi » ou « loi »");
  EXPECT_EQ(read_as("\"aide à la presse\" loi emploi"),
            "Textes contenant « aide à la presse », « loi » et « emploi »");
  EXPECT_EQ(read_as("loi PROCHE/5 aide"), "Textes contenant « loi » à 5 mots au plus de « aide »");
  EXPECT_EQ(read_as("=pêche"), "Textes contenant « pêche » écrit ainsi");
  EXPECT_EQ(read_as("titre:drones"), "Textes contenant « drones » dans le titre");
  EXPECT_EQ(read_as("compét*"), "Textes contenant un mot commençant par « compét »");
}

TEST(DescribeQuery, PutsConditionsBehindWordsAndDatesInWords) {
  EXPECT_EQ(read_as("date:2012-05..2014-03 loi"),
            "Textes contenant « loi », publiés de mai 2012 à mars 2014");
  EXPECT_EQ(read_as("date:2012.."), "Textes publiés depuis 2012");
  EXPECT_EQ(read_as("date:..2012-12-05"), "Textes publiés jusqu’au 5 décembre 2012");
  EXPECT_EQ(read_as("date:2013-08-01"), "Textes publiés le 1er août 2013");
  EXPECT_EQ(read_as("aide ET emploi date:2012-04"),
            "Textes contenant « aide » et « emploi », publiés en avril 2012");
  EXPECT_EQ(read_as("loi OU date:2012"), "Textes contenant « loi » ou publiés en 2012");
  EXPECT_EQ(read_as("type:discours"), "Textes de type « discours » (inconnu ici)");
}

TEST(DescribeQuery, KeepsTheLastDotOfAnAcronym) {
  EXPECT_EQ(read_as("C.N.I."), "Textes contenant « C.N.I. »");
  EXPECT_EQ(read_as("Le C.N.I. siège."), "Textes contenant « C.N.I. » et « siège »");
}

TEST(DescribeQuery, NamesTheFirstItemsOfALongListAndCountsTheOthers) {
  std::string typed = "mot0";
  for (int i = 1; i < 250; ++i) typed += " OU mot" + std::to_string(i);
  const std::string told = read_as(typed);
  EXPECT_LT(told.size(), 300U);
  EXPECT_TRUE(told.ends_with("« mot11 » ou 238 autres")) << told;
  EXPECT_LT(read_as(std::string(10'000, 'a')).size(), 200U);
}

TEST(DescribeQuery, AddsNotes) {
  EXPECT_EQ(read_as("(aide"), "Textes contenant « aide » (une parenthèse sans paire est ignorée)");
  EXPECT_EQ(read_as("…!"), "Tous les textes (« …! » ne contient aucun mot)");
}

}  // namespace
}  // namespace pressoir::wording
