// Cuts a query into lexemes in one pass, whatever was typed. Never fails: what is no syntax is
// plain words, since a reader's question must not be an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/base/fields.hpp"
#include "server/query/notes.hpp"

namespace pressoir::query {

// Nesting of parentheses; deeper ones are ignored. Bounds the recursion of the parser and of
// everything that walks its tree.
inline constexpr std::size_t kMaxQueryDepth = 20;  // of parentheses; deeper ones are ignored

// A field that a query may name: `titre:drones`, `ministre:"Fleur Pellerin"`, `date:2012..2014`.
struct QueryField {
  enum class Kind { kTitle, kDate, kFacet };

  std::string_view name;  // folded
  Kind kind;
  base::Facet facet = base::Facet::kMinister;  // of kFacet
};

// The field with this name, in any case, with or without accents; nothing when there is none.
std::optional<QueryField> find_field(std::string_view name);

// A part of the query. Lexemes are in the order of the text and do not overlap.
struct Lexeme {
  enum class Kind {
    kWords,   // plain text: one or more words as typed
    kPhrase,  // the text between quotation marks
    kExact,   // `=mot`, without the sign
    kPrefix,  // `mot*`, without the sign; of any text before it
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

// `text` is UTF-8 (other bytes are plain words) and must outlive the lexemes. Operators are words
// in capitals between blanks; control characters are blanks. Parentheses are balanced: those
// without a partner or too deep are dropped. Adds a note for what looks like syntax and is read as
// words, once for each cause.
//   "-titre:drones"  // kMinus, kField `titre`, kWords `drones`
std::vector<Lexeme> lex_query(std::string_view text, Notes& notes);

}  // namespace pressoir::query
