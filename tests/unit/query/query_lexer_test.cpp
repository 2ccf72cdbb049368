#include "server/query/query_lexer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace pressoir::query {
namespace {

using Kind = Lexeme::Kind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct Lexed {
  std::vector<Lexeme> lexemes;
  Notes notes;
};

Lexed lex(std::string_view text) {
  Lexed lexed;
  lexed.lexemes = lex_query(text, lexed.notes);
  return lexed;
}

// One word for each lexeme: its sign and its text.
std::vector<std::string> shape(std::string_view text) {
  std::vector<std::string> shapes;
  for (const Lexeme& lexeme : lex(text).lexemes) {
    const std::string word(lexeme.text);
    switch (lexeme.kind) {
      case Kind::kWords:
        shapes.push_back(word);
        break;
      case Kind::kPhrase:
        shapes.push_back('"' + word + '"');
        break;
      case Kind::kExact:
        shapes.push_back("=" + word);
        break;
      case Kind::kPrefix:
        shapes.push_back(word + "*");
        break;
      case Kind::kField:
        shapes.push_back(word + ":");
        break;
      case Kind::kMinus:
        shapes.emplace_back("minus");
        break;
      case Kind::kAnd:
        shapes.emplace_back("and");
        break;
      case Kind::kOr:
        shapes.emplace_back("or");
        break;
      case Kind::kNot:
        shapes.emplace_back("not");
        break;
      case Kind::kNear:
        shapes.push_back("near" + std::to_string(lexeme.distance));
        break;
      default:
        shapes.push_back(word);
    }
  }
  return shapes;
}

std::vector<NoteKind> kinds(const Notes& notes) {
  std::vector<NoteKind> kinds;
  for (const Note& note : notes.list()) kinds.push_back(note.kind);
  return kinds;
}

TEST(QueryLexer, GivesNothingForBlanks) {
  EXPECT_THAT(shape(""), IsEmpty());
  EXPECT_THAT(shape(" \t\r\n\x01\x7F\u00A0\u202F "), IsEmpty());
}

TEST(QueryLexer, JoinsPlainWords) {
  EXPECT_THAT(shape("pôles de compétitivité"), ElementsAre("pôles de compétitivité"));
  EXPECT_THAT(shape("ministre(s)"), ElementsAre("ministre(s"));
}

TEST(QueryLexer, ReadsEverySign) {
  EXPECT_THAT(shape("a \"b c\" «d» “e”"), ElementsAre("a ", "\"b c\"", "\"d\"", "\"e\""));
  EXPECT_THAT(shape("=pêche compét* -usine"), ElementsAre("=pêche", "compét*", "minus", "usine"));
  EXPECT_THAT(shape("(a OU b) ET c SAUF d"),
              ElementsAre("(", "a ", "or", "b", ")", "and", "c ", "not", "d"));
  EXPECT_THAT(shape("a OR b AND c NOT d"), ElementsAre("a ", "or", "b ", "and", "c ", "not", "d"));
  EXPECT_THAT(shape("titre:drones"), ElementsAre("titre:", "drones"));
  EXPECT_THAT(shape("-titre:\"drones civils\""),
              ElementsAre("minus", "titre:", "\"drones civils\""));
}

TEST(QueryLexer, ReadsDistancesFromOneToAHundred) {
  EXPECT_THAT(shape("a PROCHE/1 b NEAR/100 c"), ElementsAre("a ", "near1", "b ", "near100", "c"));
  for (const char* word : {"PROCHE", "PROCHE/0", "PROCHE/101", "PROCHE/5x", "PROCHE/-1", "NEAR/",
                           "PROCHE/99999999999999999999"}) {
    const Lexed lexed = lex(std::string("a ") + word + " b");
    ASSERT_THAT(lexed.lexemes, SizeIs(1)) << word;
    EXPECT_THAT(kinds(lexed.notes), ElementsAre(NoteKind::kNearWithoutDistance)) << word;
    EXPECT_EQ(lexed.notes.list().front().limit, 100u);
  }
}

TEST(QueryLexer, ReadsNoOperatorsInASentenceOfCapitals) {
  EXPECT_THAT(shape("LOI ET REGLEMENT DU TRAVAIL"), ElementsAre("LOI ET REGLEMENT DU TRAVAIL"));
  EXPECT_THAT(shape("PME OU TPE"), ElementsAre("PME ", "or", "TPE"));
}

TEST(QueryLexer, NotesWhatLooksLikeSyntax) {
  EXPECT_THAT(kinds(lex("trav*ail").notes), ElementsAre(NoteKind::kStarInsideWord));
  EXPECT_THAT(kinds(lex("auteur:dupont").notes), ElementsAre(NoteKind::kUnknownField));
  EXPECT_THAT(kinds(lex("=\"a b\"").notes), ElementsAre(NoteKind::kExactPhrase));
  EXPECT_THAT(kinds(lex("titre:-loi").notes), ElementsAre(NoteKind::kMisplacedMinus));
  EXPECT_THAT(kinds(lex("usine \"à produits").notes), ElementsAre(NoteKind::kUnpairedQuote));
  for (const char* plain : {"https://exemple.example", "10:30", "Date : demain", "a - b"}) {
    EXPECT_TRUE(lex(plain).notes.empty()) << plain;
  }
}

TEST(QueryLexer, DropsParenthesesWithoutPartner) {
  EXPECT_THAT(shape(") (a ( b)"), ElementsAre("a ", "(", "b", ")"));
  EXPECT_THAT(kinds(lex("(a").notes), ElementsAre(NoteKind::kUnpairedParenthesis));
}

TEST(QueryLexer, DropsParenthesesThatAreTooDeep) {
  const auto nested = [](std::size_t depth) {
    return lex(std::string(depth, '(') + "a" + std::string(depth, ')'));
  };
  EXPECT_THAT(nested(kMaxQueryDepth).lexemes, SizeIs(2 * kMaxQueryDepth + 1));
  EXPECT_TRUE(nested(kMaxQueryDepth).notes.empty());
  EXPECT_THAT(nested(kMaxQueryDepth + 1).lexemes, SizeIs(2 * kMaxQueryDepth + 1));
  EXPECT_THAT(kinds(nested(kMaxQueryDepth + 1).notes), ElementsAre(NoteKind::kDeepParentheses));
  EXPECT_THAT(nested(10'000).lexemes, SizeIs(2 * kMaxQueryDepth + 1));
}

// Queries of pieces that mean something and of damaged ones.
std::string random_query(std::mt19937& random) {
  constexpr std::array<std::string_view, 30> kPieces = {
      "a",    "mot",        "B2",    "é",      " ",        " ",      " ",  "\u00A0",
      "(",    ")",          "\"",    "«",      "»",        "“",      "”",  "-",
      "=",    "*",          ":",     "titre:", "date:",    "autre:", "ET", " OU ",
      "SAUF", " PROCHE/3 ", "NEAR/", "\xC2",   "\xE2\x80", "\x01"};
  std::string query;
  for (std::size_t i = random() % 24; i-- > 0;) query += kPieces[random() % kPieces.size()];
  return query;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whatever is typed: lexemes are parts of the query in its order, no letter or digit is lost or
// read twice, and parentheses are paired.
TEST(QueryLexer, CutsWhateverIsTypedIntoDisjointPartsAndLosesNoLetter) {
  std::mt19937 random(20'261);
  for (int i = 0; i < 20'000; ++i) {
    const std::string query = random_query(random);
    SCOPED_TRACE(query);
    const char* const end = query.data() + query.size();
    const char* at = query.data();
    std::size_t read = 0;
    std::size_t depth = 0;
    for (const Lexeme& lexeme : lex(query).lexemes) {
      ASSERT_LE(at, lexeme.text.data());
      ASSERT_LE(lexeme.text.data() + lexeme.text.size(), end);
      at = lexeme.text.data() + lexeme.text.size();
      read += static_cast<std::size_t>(
          std::count_if(lexeme.text.begin(), lexeme.text.end(), is_letter_or_digit));
      if (lexeme.kind == Kind::kOpen) ++depth;
      if (lexeme.kind == Kind::kClose) {
        ASSERT_GT(depth--, 0u);
      }
      ASSERT_LE(depth, kMaxQueryDepth);
      ASSERT_EQ(lexeme.kind == Kind::kNear, lexeme.distance > 0);
    }
    ASSERT_EQ(depth, 0u);
    ASSERT_EQ(read, static_cast<std::size_t>(
                        std::count_if(query.begin(), query.end(), is_letter_or_digit)));
  }
}

}  // namespace
}  // namespace pressoir::query
