// Cuts a query into lexemes in one pass, whatever stands in it. Never fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/query/notes.hpp"

namespace pressoir::query {

inline constexpr std::size_t kMaxQueryDepth = 20;  // of parentheses; deeper ones are ignored

struct Lexeme {
  enum class Kind {
    kWords,   // plain text: one or more words as typed
    kPhrase,  // what stands in quotation marks, without them
    kExact,   // `=mot`, without the sign
    kPrefix,  // `mot*`, without the sign; whatever stands before it
    kField,   // `titre:`, without the colon
    kMinus,   // the `-` of `-mot`; what follows is excluded
    kOpen,    // (
    kClose,   // )
    kAnd,     // ET, AND
    kOr,      // OU, OR
    kNot,     // SAUF, NOT
    kNear,    // PROCHE/5, NEAR/5
  };

  Kind kind = Kind::kWords;
  std::string_view text;       // into the query
  std::uint32_t distance = 0;  // of kNear
};

// `text` is UTF-8 and must outlive the lexemes. Operators are words in capitals between blanks;
// control characters are blanks. The notes tell what looks like syntax and is read as words.
std::vector<Lexeme> lex_query(std::string_view text, Notes& notes);

}  // namespace pressoir::query
