// Parentheses that a recursive parser may rely on.
#pragma once

#include <vector>

#include "server/query/notes.hpp"
#include "server/query/query_lexer.hpp"

namespace pressoir::query {

// The lexemes without parentheses that have no partner or stand deeper than kMaxQueryDepth. A note
// in French says so, once for each cause.
std::vector<Lexeme> balanced(std::vector<Lexeme> lexemes, Notes& notes);

}  // namespace pressoir::query
