#include "server/query/query_parser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "server/wording/query_sentences.hpp"

namespace pressoir::query {
namespace {

std::string leaf_shape(const Query& query) {
  std::string text;
  for (const store::QueryWord& word : query.words) text += (text.empty() ? "" : " ") + word.folded;
  switch (query.kind) {
    case Query::Kind::kEverything:
      return "*";
    case Query::Kind::kExact:
      return "=" + query.words.front().exact;
    case Query::Kind::kPhrase:
      return '"' + text + '"';
    case Query::Kind::kPrefix:
      return query.surface + "*";
    case Query::Kind::kFacet:
      return std::string(to_string(query.facet)) + ":" + query.surface;
    case Query::Kind::kDates:
      return base::to_string(query.from) + ".." + base::to_string(query.to);
    default:
      return text;
  }
}

// A tree as text: words folded, phrases in quotes, `least(children)`, `near5(a b)`,
// `except(children)`; what counts in the title only behind `title:`.
std::string shape(const Query& query) {
  const std::string field = query.in_title && query.children.empty() ? "title:" : "";
  if (query.children.empty()) return field + leaf_shape(query);
  std::string text;
  for (const Query& child : query.children) text += (text.empty() ? "" : " ") + shape(child);
  text = "(" + text + ")";
  switch (query.kind) {
    case Query::Kind::kExcept:
      return "except" + text;
    case Query::Kind::kEither:
      return "either" + text;
    case Query::Kind::kNear:
      return "near" + std::to_string(query.distance) + text;
    default:
      return std::to_string(query.least) + text;
  }
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
                    QueryRow{"un deux trois", "2(deux trois)"}, QueryRow{"loi loi Loi", "loi"},
                    QueryRow{"aide emploi industrie", "2(aide emploi industrie)"},
                    QueryRow{"a1 a2 a3 a4 a5 a6 a7", "4(a1 a2 a3 a4 a5 a6 a7)"},
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
                    QueryRow{"pôles\"de la\"loi", "2(\"de la\" 2(poles loi))"},
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
                    QueryRow{"pôles -(usines OU loi)", "except(poles 1(usines loi))"},
                    QueryRow{"--usines", "except(* usines)"}, QueryRow{"pôles -…", "poles"},
                    QueryRow{"-\"pôles", "except(* poles)"}));

INSTANTIATE_TEST_SUITE_P(
    Compounds, ParseQuery,
    testing::Values(QueryRow{"porte-parole", "either(\"porte parole\" porteparole)"},
                    QueryRow{"le porte-parole", "either(\"porte parole\" porteparole)"},
                    QueryRow{"rendez-vous presse", "2(either(\"rendez vous\" rendezvous) presse)"},
                    QueryRow{"arc-en-ciel", "either(\"arc en ciel\" arcenciel)"},
                    QueryRow{"2012-12-05", "2(2012 12 05)"}));

INSTANTIATE_TEST_SUITE_P(StopWords, ParseQuery,
                         testing::Values(QueryRow{"les pôles de la France", "2(poles france)"},
                                         QueryRow{"le", "le"}, QueryRow{"de la", "2(de la)"},
                                         QueryRow{"être ou ne pas être", "2(etre ou ne pas)"},
                                         QueryRow{"le -loi", "except(le loi)"},
                                         QueryRow{"comment faire", "2(comment faire)"},
                                         QueryRow{"comment doit-il être financé ?", "finance"}));

TEST(ParseQuery, AsksAllOrAnyOnRequest) {
  EXPECT_EQ(shape(parse("aide emploi industrie", MatchMode::kAll).query),
            "3(aide emploi industrie)");
  EXPECT_EQ(shape(parse("aide emploi industrie", MatchMode::kAny).query),
            "1(aide emploi industrie)");
}

INSTANTIATE_TEST_SUITE_P(
    Operators, ParseQuery,
    testing::Values(
        QueryRow{"aide ET emploi ET loi", "3(aide emploi loi)"},
        QueryRow{"aide AND emploi", "2(aide emploi)"}, QueryRow{"aide OU emploi", "1(aide emploi)"},
        QueryRow{"aide OR emploi loi", "1(aide 2(emploi loi))"},
        QueryRow{"aide ET emploi OU loi", "1(2(aide emploi) loi)"},
        QueryRow{"aide ET (emploi OU loi)", "2(aide 1(emploi loi))"},
        QueryRow{"aide SAUF emploi", "except(aide emploi)"},
        QueryRow{"aide NOT emploi NOT loi", "except(aide emploi loi)"},
        QueryRow{"aide ET SAUF emploi", "except(aide emploi)"},
        QueryRow{"SAUF emploi", "except(* emploi)"}, QueryRow{"aide et emploi", "2(aide emploi)"},
        QueryRow{"\"aide à l'emploi\" loi pôles usines",
                 "2(\"aide a emploi\" 2(loi poles usines))"},
        QueryRow{"PME OU TPE", "1(pme tpe)"},
        QueryRow{"MINISTERE DE L'ECONOMIE ET DES FINANCES", "2(ministere economie finances)"},
        QueryRow{"pouvoir d'achat", "2(pouvoir achat)"}, QueryRow{"ministre(s)", "ministre"}));

INSTANTIATE_TEST_SUITE_P(
    WhatIsNoSyntax, ParseQuery,
    testing::Values(QueryRow{"ET", "*"}, QueryRow{"aide ET", "aide"}, QueryRow{"OU aide", "aide"},
                    QueryRow{"aide OU OU emploi", "1(aide emploi)"}, QueryRow{"(aide", "aide"},
                    QueryRow{"aide)", "aide"}, QueryRow{"()", "*"}, QueryRow{"((aide))", "aide"},
                    QueryRow{"loi : définition", "2(loi definition)"},
                    QueryRow{"date : demain", "2(date demain)"}, QueryRow{"date:demain", "demain"},
                    QueryRow{"PROCHE/5 loi", "loi"},
                    QueryRow{"loi PROCHE/0 aide", "2(loi proche 0 aide)"}, QueryRow{"ab*", "ab"},
                    QueryRow{"*", "*"}, QueryRow{"=", "*"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, ParseQuery,
    testing::Values(QueryRow{"titre:drones", "title:drones"},
                    QueryRow{"Titre:\"redressement productif\" loi",
                             "2(title:\"redressement productif\" loi)"},
                    QueryRow{"titre:(aide OU emploi)", "1(title:aide title:emploi)"},
                    QueryRow{"ministre:montebourg usine", "2(minister:montebourg usine)"},
                    QueryRow{"personne:bartolone loi", "2(person:bartolone loi)"},
                    QueryRow{"thème:Industrie/Compétitivité", "theme:Industrie/Compétitivité"},
                    QueryRow{"source:\"site du ministère\"", "source:site du ministère"},
                    QueryRow{"type:discours", "type:discours"}, QueryRow{"date:2012", "2012..2012"},
                    QueryRow{"date:2012-05..2014-03 loi", "2(2012-05..2014-03 loi)"},
                    QueryRow{"date:2014..2012", "2012..2014"}, QueryRow{"ministre:\"\" loi", "loi"},
                    QueryRow{"date:2012-05..", "2012-05.."}, QueryRow{"date:..2014", "..2014"},
                    QueryRow{"loi -ministre:montebourg", "except(loi minister:montebourg)"}));

INSTANTIATE_TEST_SUITE_P(
    Signs, ParseQuery,
    testing::Values(QueryRow{"compét*", "compét*"}, QueryRow{"l’écol*", "écol*"},
                    QueryRow{"prud’hom*", "prudhom*"}, QueryRow{"-COMP*", "except(* comp*)"},
                    QueryRow{"porte-parole PROCHE/3 loi", "near3(\"porte parole\" loi)"},
                    QueryRow{"loi\x01PROCHE/2\x7F=aide", "near2(loi aide)"},
                    QueryRow{"loi compét*", "2(compét* loi)"}, QueryRow{"=pêche", "=pêche"},
                    QueryRow{"loi =pêche", "2(=pêche loi)"},
                    QueryRow{"loi PROCHE/5 aide", "near5(loi aide)"},
                    QueryRow{"la loi NEAR/2 aide", "near2(loi aide)"},
                    QueryRow{"\"aide à la presse\" PROCHE/9 loi usine",
                             "2(near9(\"aide a la presse\" loi) usine)"},
                    QueryRow{"loi PROCHE/5 aide PROCHE/3 usine",
                             "2(near5(loi aide) near3(aide usine))"}));

TEST(ParseQuery, NarrowsByFieldsInEveryMode) {
  EXPECT_EQ(shape(parse("aide emploi date:2012", MatchMode::kAny).query),
            "2(2012..2012 1(aide emploi))");
}

TEST(ParseQuery, NotesWhatItCouldNotRead) {
  const struct {
    const char* typed;
    const char* note;
  } rows[] = {
      {"aide ET", "« ET » n’a pas deux termes à relier"},
      {"(aide", "une parenthèse sans paire est ignorée"},
      {"\"aide", "un guillemet sans paire est ignoré"},
      {"aide»", "un guillemet sans paire est ignoré"},
      {"date:demain", "« date:demain » est lu comme des mots"},
      {"date:2014..2012", "la période « 2014..2012 » est lue à l’endroit"},
      {"ab*", "« ab* » est lu sans l’astérisque : il faut un seul mot d’au moins trois lettres"},
      {"porte-par*",
       "« porte-par* » est lu sans l’astérisque : il faut un seul mot d’au moins trois lettres"},
      {"*ail", "« *ail » : l’astérisque ne vaut qu’à la fin d’un mot"},
      {"trav*ail", "« trav*ail » : l’astérisque ne vaut qu’à la fin d’un mot"},
      {"loi PROCHE aide", "« PROCHE » est lu comme un mot : écrivez PROCHE/5, de 1 à 100"},
      {"loi PROCHE/0 aide", "« PROCHE/0 » est lu comme un mot : écrivez PROCHE/5, de 1 à 100"},
      {"loi PROCHE/5 (aide)", "« PROCHE/5 » ne relie que deux mots ou phrases"},
      {"loi PROCHE/5 aid*", "« PROCHE/5 » ne relie que deux mots ou phrases"},
      {"loi PROCHE/5", "« PROCHE/5 » ne relie que deux mots ou phrases"},
      {"loi PROCHE/5 =aide", "« =aide » est lu sans le signe « = »"},
      {"titre:-loi", "pour exclure, écrivez « -titre:loi »"},
      {"ministre:\"\"", "« ministre: » n’a pas de valeur"},
      {"=\"de la\"", "« = » ne porte que sur un mot : une phrase est déjà cherchée telle quelle"},
      {"auteur:dupont",
       "« auteur: » n’est pas un champ (titre, ministre, personne, thème, source, type, date)"},
      {" ?! ", "«  ?!  » ne contient aucun mot"},
      {"loi -…", ""},
      {"Quelle loi ? (aide)", ""},
      {"https://www.exemple.fr/a à 10:30", ""},
      {"l’écol* prud'hom* aujourd’h*", ""},
      {" \t\u00A0", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(wording::describe(parse(row.typed).notes), row.note) << row.typed;
}

TEST(ParseQuery, SaysEachThingOnceAndNoMoreThanAFew) {
  std::string typed;
  for (int i = 0; i < 100; ++i) typed += "*a" + std::to_string(i) + " *a1 ";
  const std::string told = wording::describe(parse(typed).notes);
  EXPECT_LT(told.size(), 1000U);
  EXPECT_THAT(told, testing::EndsWith("; et 92 autres remarques"));
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
  // A compound is read as its parts and once more as a whole, a word between two PROCHE twice.
  EXPECT_LE(count_words(parsed.query), kMaxQueryWords * 2);
}

INSTANTIATE_TEST_SUITE_P(Pieces, HugeQuery,
                         testing::Values("a", "a ", "mot,", "\"", "«", "« ", "»", "“", "\"a\" ",
                                         "«a", "-", "- ", "-a ", "-\"", "-«", "a-", "l’", "1 000 ",
                                         "a.", "a&", "\"a b", "« a » ", "porte-parole ", "(", "(a ",
                                         ")", "titre:", "titre:a ", "-titre:", "date:", "=", "=a ",
                                         "abc* ", "a ET ", "OU ", "a PROCHE/3 ", "(a OU "));

TEST(HugeQuery, ReadsTenThousandParentheses) {
  const std::string text = std::string(10'000, '(') + "loi" + std::string(10'000, ')');
  const ParsedQuery parsed = parse(text);
  EXPECT_EQ(shape(parsed.query), "loi");
  EXPECT_THAT(wording::describe(parsed.notes), testing::HasSubstr("20 niveaux"));
}

TEST(HugeQuery, ReadsTheFirstOfFiveThousandWords) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "m" + std::to_string(i) + " ";
  const Query query = parse(text).query;
  ASSERT_EQ(query.children.size(), kMaxQueryWords);
  EXPECT_EQ(query.children.front().words.front().folded, "m0");
  EXPECT_THAT(wording::describe(parse(text).notes), testing::HasSubstr("250 premiers mots"));
}

TEST(HugeQuery, CountsFieldsAsWords) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "type:t" + std::to_string(i) + " ";
  const ParsedQuery parsed = parse(text);
  EXPECT_EQ(parsed.query.children.size(), kMaxQueryWords);
  EXPECT_THAT(wording::describe(parsed.notes), testing::HasSubstr("250 premiers mots"));
}

}  // namespace
}  // namespace pressoir::query
