// Reads a parsed query in the light of an archive: how it writes the words, which word was meant by
// one that no document holds, which words begin with a prefix, which ministers or themes a name
// means; then, through QueryWidener, what acronyms and offices say in other words.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "server/search/office_index.hpp"
#include "server/search/postings.hpp"
#include "server/search/query_parser.hpp"
#include "server/search/request.hpp"
#include "server/search/snapshot.hpp"
#include "server/search/synonym_index.hpp"

namespace pressoir::search {

// A prefix that more words of the archive begin with is read as a word, and a note says so; so is
// one when all prefixes of a query would stand for more words than kMaxPrefixesWords.
inline constexpr std::uint32_t kMaxPrefixWords = 1'000;
inline constexpr std::uint32_t kMaxPrefixesWords = 4'000;

// What one revision of an archive offers to the reading of queries. What it refers to must outlive
// it; one thread at a time.
struct ReadingContext {
  const index::ReadableIndex& database;
  const Snapshot& snapshot;
  Postings& postings;  // of the query
  const OfficeIndex& offices;
  const SynonymIndex& synonyms;
  text::Analyzer& analyzer;
};

// Words that no document holds, as typed, and what is searched in their place.
struct Respelling {
  std::string typed;
  std::string read;
};

struct Reading {
  std::vector<Respelling> respellings;
  std::vector<OfficeReading> offices;
  std::vector<AcronymReading> acronyms;
};

// Completes `parsed` in place; its notes say what is searched besides what was typed. Throws what
// Xapian throws.
Reading interpret(ParsedQuery& parsed, const ReadingContext& context);

}  // namespace pressoir::search
