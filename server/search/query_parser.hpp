// The query language: words, `"phrases"`, `-excluded` words and phrases. Anything else is read as
// words: a person's question is never an error.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/search/query.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

inline constexpr std::size_t kMaxQueryBytes = 40'000;
inline constexpr std::size_t kMaxQueryWords = 1'000;  // words behind these are not read

struct ParsedQuery {
  Query query;
  std::string read_as;  // in French: `Textes contenant « pôles » et « compétitivité »`
};

// kBadQuery: not UTF-8, or longer than kMaxQueryBytes. Stop words are asked for only by phrases and
// by queries that hold nothing else.
base::Result<ParsedQuery> parse_query(std::string_view text, MatchMode match,
                                      text::Analyzer& analyzer);

}  // namespace pressoir::search
