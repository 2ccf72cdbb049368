// The query language:
//   pôles compétitivité      words, in any form: all of one or two, of more at least half
//   "usines à produits"      a phrase, in order, stop words included; « » and “ ” too
//   -usines                  without the word, the phrase or the group
//   a ET b, a OU b, a SAUF b also AND, OR, NOT, in capitals; ET and SAUF bind before OU
//   ( … )                    a group
//   a PROCHE/5 b             at most five words apart, in any order; also NEAR/5
//   compét*                  words that begin so; three letters at least
//   =pêche                   exactly as written, accents included
//   titre:  ministre:  personne:  theme:  source:  type:  date:2012-05..2014-03
// What is no syntax is read as words, with a note: a person's question is never
// an error.
#pragma once

#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/query/notes.hpp"
#include "server/query/query.hpp"
#include "server/query/request.hpp"

namespace pressoir::query {

// Further words are ignored, and a note says so. A pasted paragraph fits; each word costs posting
// lists of three forms.
inline constexpr std::size_t kMaxQueryWords = 250;

// What parse_query() makes of a text. query::expand completes it with the archive.
struct ParsedQuery {
  Query query;  // facets hold what was typed, prefixes no words yet
  Notes notes;  // what was not read as it was perhaps meant
};

// What a page tells its reader about how a query was read: its parts as they were typed, without
// the words and alternatives that expansion adds, so that it is small whatever the archive.
// server/wording makes sentences of it.
struct QueryOutline {
  Query query;
  Notes notes;
};

QueryOutline outline(const ParsedQuery& parsed);

// Parses `text` (UTF-8). Stop words and question words count only in phrases and in queries that
// have nothing else. `match` says how many of the plain words a document must contain. kBadQuery
// when the text is not UTF-8 or longer than kMaxQueryBytes: the only errors.
//   parse_query("usines -\"à produits\"", MatchMode::kAuto, analyzer)
base::Result<ParsedQuery> parse_query(std::string_view text, MatchMode match,
                                      text::Analyzer& analyzer);

}  // namespace pressoir::query
