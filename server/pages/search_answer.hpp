// The searches that a search page needs: the request as it is in the address, its results, and when
// there are none, why and what would find something.
//
// One thread at a time uses a Searcher; nothing here is kept between calls.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

// Most bytes of a request's query string, encoded. A page repeats its search in all its links, so a
// longer one is rejected.
inline constexpr std::size_t kMaxAddressBytes = 2'000;

// Values of a facet on the search page; a page of its own has all of them.
inline constexpr std::uint32_t kListedValues = 8;

// A search that finds fewer texts is offered the words of the same family (SearchRequest::family).
inline constexpr std::uint64_t kFewTexts = 10;

// The time for the searches beside the one that was requested, which only count.
inline constexpr std::chrono::milliseconds kCountingTime{400};

// A search with fewer conditions.
struct WayOut {
  std::string text;  // `Sans le filtre « Arnaud Montebourg »`
  query::SearchRequest request;
  std::uint64_t total = 0;  // what it finds, never 0
};

struct DeadEnd {
  std::string explanation;       // sentences
  std::vector<WayOut> ways_out;  // those that give up least first; of one kind the best first
};

struct SearchAnswer {
  query::SearchRequest asked;
  search::SearchResults results;
  // Empty unless the request has conditions and nothing meets them.
  DeadEnd dead_end;
  // How many more texts the words of the same family would find; counted when few were found.
  std::uint64_t more_by_family = 0;
};

// Whether the request has no condition: neither query nor filters nor dates.
bool asks_nothing(const query::SearchRequest& request);

// The request with the facets and the histogram that a page shows.
query::SearchRequest as_shown(query::SearchRequest asked, const search::ArchiveSummary& archive);

// Errors: those of Searcher::search.
base::Result<SearchAnswer> answer_search(const query::SearchRequest& asked,
                                         search::Searcher& searcher);

// `results`: of the request, without a hit. Searches without each filter, without each of the first
// words of the query, and for each of these alone. A search that fails is skipped.
DeadEnd explain_dead_end(const query::SearchRequest& request, const search::SearchResults& results,
                         search::Searcher& searcher);

// The words and phrases of a query as they were typed. None when it has operators or parentheses:
// without one part it would be another question, not a wider one.
std::vector<std::string> parts_of(const std::string& q);

}  // namespace pressoir::pages
