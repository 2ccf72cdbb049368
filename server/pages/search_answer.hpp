// What the search page asks of an archive: the request as it stands in the address, its results,
// and where there are none, why.
#pragma once

#include "indexer/base/error.hpp"
#include "server/pages/dead_end.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

// A page repeats its search in its links: a longer one (query string, encoded) is refused.
inline constexpr std::size_t kMaxAddressBytes = 2'000;

// Values of a facet on the search page; all of them are on a page of their own.
inline constexpr std::uint32_t kListedValues = 8;

struct SearchAnswer {
  search::SearchRequest asked;
  search::SearchResults results;
  DeadEnd dead_end;  // empty unless nothing was found for a question
};

// True when nothing is asked: neither words nor filters nor dates.
bool asks_nothing(const search::SearchRequest& request);

// The request with the facets and the histogram that a page shows.
search::SearchRequest as_shown(search::SearchRequest asked, const search::ArchiveSummary& archive);

// Errors: those of Searcher::search.
base::Result<SearchAnswer> answer_search(const search::SearchRequest& asked,
                                         search::Searcher& searcher);

}  // namespace pressoir::pages
