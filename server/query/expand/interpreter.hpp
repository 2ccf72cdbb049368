// Reads a parsed query in the light of an archive: how it writes the words, which word was meant by
// one that no document holds, which words begin with a prefix, which ministers or themes a name
// means; then, through QueryWidener, what acronyms and offices say in other words.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "server/query/expand/gazetteer_index.hpp"
#include "server/query/expand/reading.hpp"
#include "server/query/query_parser.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"
#include "server/suggest/suggest_index.hpp"

namespace pressoir::query::expand {

// A prefix that more words of the archive begin with is read as a word, and a note says so; so is
// one when all prefixes of a query would stand for more words than kMaxPrefixesWords.
inline constexpr std::uint32_t kMaxPrefixWords = 1'000;
inline constexpr std::uint32_t kMaxPrefixesWords = 4'000;

// What one revision of an archive offers to the reading of queries. What it refers to must outlive
// it; one thread at a time.
struct ReadingContext {
  const index::ReadableIndex& database;
  const store::Snapshot& snapshot;
  const suggest::SuggestIndex& names;  // of the same revision
  store::Postings& postings;           // of the query
  const OfficeIndex& offices;
  const SynonymIndex& synonyms;
  text::Analyzer& analyzer;
};

// Completes `parsed` in place; its notes say what is searched besides what was typed. Throws what
// Xapian throws.
Reading interpret(ParsedQuery& parsed, const ReadingContext& context);

// The last step of interpret(): replaces the words that name an acronym, an expansion, an office or
// something with other names by a kEither of them and their alternatives; adds a note and what was
// found to `reading`. Throws what Xapian throws.
void expand_names(ParsedQuery& parsed, const ReadingContext& context, Reading& reading);

}  // namespace pressoir::query::expand
