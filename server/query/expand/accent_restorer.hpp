// Accents for words typed without any: the ways in which the archive itself writes them.
#pragma once

#include "indexer/text/analyzer.hpp"
#include "server/query/query.hpp"
#include "server/store/postings.hpp"
#include "server/store/spellings.hpp"

namespace pressoir::query::expand {

// Gives every word that was typed without accents the stems of the accented forms that the index
// holds: Snowball reads accents, so `arrivee` alone would not meet `arriver`. Forms much rarer than
// the most frequent one are taken for typing errors and left out. Throws what Xapian throws.
void restore_accents(Query& query, const store::Spellings& spellings, store::Postings& postings,
                     text::Analyzer& analyzer);

}  // namespace pressoir::query::expand
