// Which spellings of an archive a query's word matches: its inflections. Everything that searches,
// ranks, highlights or counts reads the selection that is made here (QueryWord::forms).
//
// By default the spellings that share a lemma with the word as typed (text/lemmas.hpp). Besides:
// - A word typed without accents matches whatever is spelt so without them, `cote` also `côte` and
//   `côté`, and their inflections, unless the archive hardly has that spelling. A word typed with
//   accents matches other accents only where they are an error: `côte` not `côté`, but `COTES`.
// - A name (text/names.hpp) matches itself alone, and no common word matches a name: `Creuse` and
//   `creuser`, `Borne` and `bornes`.
#pragma once

#include "indexer/text/analyzer.hpp"
#include "server/query/query_parser.hpp"
#include "server/store/postings.hpp"
#include "server/store/spellings.hpp"

namespace pressoir::query::expand {

// Sets the selection of every word of the query that is looked up in any form: not those of
// phrases, which are as typed. Throws what Xapian throws.
void select_forms(Query& query, const store::Spellings& spellings, store::Postings& postings,
                  text::Analyzer& analyzer);

// After select_forms(): lets the plain words of the query also match the words of their families
// that the archive has (text/families.hpp), each as a kEither of both, with a note. Words that are
// excluded, of phrases or of kNear stay as they are. Throws what Xapian throws.
void add_families(ParsedQuery& parsed, const store::Spellings& spellings,
                  store::Postings& postings, text::Analyzer& analyzer);

}  // namespace pressoir::query::expand
