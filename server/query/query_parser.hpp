// The query language:
//   pôles compétitivité      words, in any form: all of one or two, of more at least half
//   "usines à produits"      a phrase, in order, stop words included; « » and “ ” too
//   -usines                  without the word, the phrase or the group
//   a ET b, a OU b, a SAUF b also AND, OR, NOT, in capitals; ET and SAUF bind before OU
//   ( … )                    a group
//   a PROCHE/5 b             at most five words apart, in any order; also NEAR/5
//   compét*                  words that begin so; three letters at least
//   =pêche                   exactly as written, accents included
//   titre:  ministre:  theme:  source:  type:  date:2012-05..2014-03
// What cannot be read as syntax is read as words, and a note says so: a person's question is never
// an error.
#pragma once

#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/query/notes.hpp"
#include "server/query/query.hpp"
#include "server/query/request.hpp"

namespace pressoir::query {

inline constexpr std::size_t kMaxQueryWords = 250;  // words behind these are not read

struct ParsedQuery {
  Query query;  // facets hold what was typed, prefixes no words yet
  Notes notes;  // what was not read as it was perhaps meant
};

// What a person is told about how a query was read: its parts as they were typed, without the words
// and alternatives that searching adds. Small whatever the archive; server/wording describes it.
struct QueryOutline {
  Query query;
  Notes notes;
};

QueryOutline outline(const ParsedQuery& parsed);

// kBadQuery: not UTF-8, or longer than kMaxQueryBytes. Stop words and question words are asked for
// only by phrases and by queries that hold nothing else.
base::Result<ParsedQuery> parse_query(std::string_view text, MatchMode match,
                                      text::Analyzer& analyzer);

}  // namespace pressoir::query
