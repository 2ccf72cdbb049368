// Reads a parsed query in the light of an archive: how it writes the words, which words begin with
// a prefix, which ministers or themes a name means.
#pragma once

#include <xapian.h>

#include "indexer/text/analyzer.hpp"
#include "server/search/columns.hpp"
#include "server/search/query_parser.hpp"

namespace pressoir::search {

// A prefix that more words of the archive begin with is read as a word, and a note says so.
inline constexpr std::size_t kMaxPrefixWords = 1'000;

// Completes `parsed` in place. `database` and `columns` are of one revision. Throws what Xapian
// throws; one thread at a time for one database.
void interpret(ParsedQuery& parsed, const Xapian::Database& database, const Columns& columns,
               text::Analyzer& analyzer);

}  // namespace pressoir::search
