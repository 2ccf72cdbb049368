// A search that finds nothing: which word or filter is the cause, and what would find something.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "server/search/searcher.hpp"

namespace pressoir::pages {

struct WayOut {
  std::string text;               // `Sans le filtre « Arnaud Montebourg »`
  search::SearchRequest request;  // what it leads to
  std::uint64_t total = 0;        // and what that finds: never 0
};

struct DeadEnd {
  std::string explanation;       // sentences
  std::vector<WayOut> ways_out;  // those that give up least first, each kind by what it finds
};

// Searches for this are counted, not listed, and stop being tried after this time.
inline constexpr std::chrono::milliseconds kDeadEndTime{400};

// `results`: of the request, without a hit. Asks the searcher without each filter, without each of
// the first eight words, and for each of these alone. A search that fails is passed over.
DeadEnd explain_dead_end(const search::SearchRequest& request, const search::SearchResults& results,
                         search::Searcher& searcher);

// The words and phrases of a query, each as it was written. None when it has operators or
// parentheses: leaving out a part would not be the same question with less.
std::vector<std::string> parts_of(const std::string& q);

}  // namespace pressoir::pages
