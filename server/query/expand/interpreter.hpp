// Query expansion: completes a parsed query with what an archive knows. Spelling correction of
// words that no document contains; the words of prefixes; the ids of the ministers or themes that a
// name means; accents; then alternatives for acronyms, offices and synonyms.
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

// A prefix of more words of the archive than this is read as a word, with a note; so is one when
// all prefixes of a query together have more than kMaxPrefixesWords. Bounds the posting lists that
// a query reads.
inline constexpr std::uint32_t kMaxPrefixWords = 1'000;
inline constexpr std::uint32_t kMaxPrefixesWords = 4'000;

// What one revision of an archive offers to query expansion. What it refers to must outlive it; one
// thread at a time.
struct ReadingContext {
  const index::ReadableIndex& database;
  const store::Snapshot& snapshot;
  const suggest::SuggestIndex& names;  // of the same revision
  store::Postings& postings;           // of the query
  const OfficeIndex& offices;
  const SynonymIndex& synonyms;
  text::Analyzer& analyzer;
};

// Whether the words of a query also match the words of their families.
enum class Families { kNo, kYes };

// Completes `parsed` in place; notes are added for what is searched besides what was typed. Returns
// the same as data, for the API. Throws what Xapian throws.
Reading interpret(ParsedQuery& parsed, const ReadingContext& context,
                  Families families = Families::kNo);

// The last step of interpret(): replaces the words that name an acronym, an expansion, an office or
// something with other names by a kEither of them and their alternatives; adds a note and what was
// found to `reading`. Throws what Xapian throws.
void expand_names(ParsedQuery& parsed, const ReadingContext& context, Reading& reading);

}  // namespace pressoir::query::expand
