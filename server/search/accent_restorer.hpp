// Accents for words typed without any: the ways in which the archive itself writes them.
#pragma once

#include "indexer/text/analyzer.hpp"
#include "server/search/postings.hpp"
#include "server/search/query.hpp"
#include "server/search/spellings.hpp"

namespace pressoir::search {

// Gives every word that was typed without accents the stems of the accented forms that the index
// holds: Snowball reads accents, so `arrivee` alone would not meet `arriver`. Forms much rarer than
// the most frequent one are taken for typing errors and left out. Throws what Xapian throws.
void restore_accents(Query& query, const Spellings& spellings, Postings& postings,
                     text::Analyzer& analyzer);

}  // namespace pressoir::search
