#include "server/query/balanced_lexemes.hpp"

#include <cstddef>
#include <string>

#include "server/query/query_parser.hpp"

namespace pressoir::query {

std::vector<Lexeme> balanced(std::vector<Lexeme> lexemes, Notes& notes) {
  std::vector<bool> is_dropped(lexemes.size());
  std::vector<std::size_t> open;  // of the parentheses that wait for their partner
  bool has_alone = false;
  bool has_deep = false;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (lexemes[i].kind == Lexeme::Kind::kOpen) {
      open.push_back(i);
    } else if (lexemes[i].kind == Lexeme::Kind::kClose && open.empty()) {
      is_dropped[i] = has_alone = true;
    } else if (lexemes[i].kind == Lexeme::Kind::kClose) {
      if (open.size() > kMaxQueryDepth) is_dropped[open.back()] = is_dropped[i] = has_deep = true;
      open.pop_back();
    }
  }
  for (const std::size_t i : open) is_dropped[i] = has_alone = true;
  if (has_alone) notes.add({NoteKind::kUnpairedParenthesis});
  if (has_deep) notes.add({.kind = NoteKind::kDeepParentheses, .limit = kMaxQueryDepth});
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (!is_dropped[i]) lexemes[kept++] = lexemes[i];
  }
  lexemes.resize(kept);
  return lexemes;
}

}  // namespace pressoir::query
