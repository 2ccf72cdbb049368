// The answers of Searcher to searches, to requests for similar documents and to look-ups of facet
// values, with the requests of the last two: plain data, UTF-8. Identifiers of people, themes and
// sources are those that filters take (query::SearchRequest).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"
#include "indexer/base/fields.hpp"
#include "server/query/expand/reading.hpp"
#include "server/query/query_parser.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/facet_counter.hpp"
#include "server/search/snippet/fragments.hpp"

namespace pressoir::search {

// Another document with the same text, of which only its origin is shown.
struct Sibling {
  std::string id;
  std::string url;
  std::string source;
  base::Date date;
};

// The rest is only counted (Hit::siblings).
inline constexpr std::size_t kMaxListedSiblings = 10;

// One result as it is shown.
struct Hit {
  base::Document document;                 // without text and blocks unless with_text
  std::vector<snippet::Fragment> title;    // the whole title
  std::vector<snippet::Fragment> snippet;  // the best part of the text; empty unless with_snippets
  // The closest form in which title and snippet contain a word of the query; none without a match.
  // kFamily when the document would not match without families.
  std::optional<snippet::MatchForm> form;
  double score = 0;  // 0 when not sorted by relevance
  // With collapse: how many other documents that match have the same text.
  std::uint64_t siblings = 0;
  std::vector<Sibling> listed_siblings = {};  // by id; at most kMaxListedSiblings
};

// Counts are exact, whatever the page.
struct SearchResults {
  query::QueryOutline read_as;  // how the query was understood
  std::vector<query::expand::OfficeReading> offices;
  std::vector<query::expand::AcronymReading> acronyms;
  std::uint64_t total = 0;  // exact; documents, with collapse too
  // How many different texts these documents have; each text without words counts as one. With
  // collapse, the number of results. Absent unless requested.
  std::optional<std::uint64_t> groups;
  std::vector<Hit> hits;
  // Those requested, indexed by Facet.
  std::array<std::optional<facets::FacetCounts>, base::kFacetCount> facets;
  std::optional<facets::DateHistogram> dates;
  std::optional<std::string> suggestion;  // a better spelling of the query
  std::string revision;                   // of the index that answered
  std::uint64_t documents = 0;            // in the whole archive
  double took_ms = 0;
};

// A request for documents about the same subject as one document.
struct SimilarRequest {
  std::string id;  // of the document
  std::uint32_t count = 10;
  bool with_snippets = true;
  bool with_text = false;
};

// A document like another, and why.
struct SimilarHit {
  // Title and snippet mark the words of SimilarResults::words. The score is 1 for a document that
  // has these words as often as the document itself.
  Hit hit;
  std::vector<std::string> shared;  // those of the words that it contains, the weightiest first
};

// At most SimilarRequest::count documents, at most one of those with equal texts.
struct SimilarResults {
  std::vector<std::string> words;  // what the document is about, the most telling first
  std::vector<SimilarHit> hits;    // the most similar first
  std::string revision;            // of the index that answered
  std::uint64_t documents = 0;     // in the whole archive
  double took_ms = 0;
};

// A request for the values of one facet that contain the words typed: the search field inside a
// long facet.
struct FacetLookupRequest {
  // Whose documents are counted; its order, page and facets are ignored.
  query::SearchRequest search;
  base::Facet facet = base::Facet::kMinister;
  std::string typed;        // as suggest::TypedName reads it; empty: every value
  std::uint32_t start = 0;  // 0-based rank of the first value
  std::uint32_t count = 20;
};

// One page of the values that contain the words.
struct FacetLookup {
  // Most frequent first, equal counts in the order of values; themes too. Those with a count and
  // those that are selected, counted as in FacetCounts.
  std::vector<facets::FacetValue> values;
  std::uint64_t total = 0;  // of all values that contain the words, listed or not
  std::uint64_t none = 0;   // documents without a value
  SearchResults answer;     // of the search: how it was read, its total; no hits
};

}  // namespace pressoir::search
