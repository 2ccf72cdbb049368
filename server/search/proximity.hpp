// How a document holds a query's words, beyond how often: side by side, close together, at the
// beginning, as the title. Reads all places of the words, so it is meant for the few best
// documents.
#pragma once

#include <cstdint>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/positions.hpp"
#include "server/search/query.hpp"

namespace pressoir::search {

struct ProximityTerm {
  const QueryWord* word;
  double rarity;  // inverse document frequency
};

// Used by one thread at a time; what it is made of must outlive it.
class Proximity {
 public:
  // `terms` in the order of the query.
  Proximity(const WordSequences& sequences, const WordLengths& lengths,
            const std::vector<ProximityTerm>& terms);

  // To be added to the document's score; never negative.
  double score(std::uint32_t document);

 private:
  const WordLengths& lengths_;
  const std::vector<ProximityTerm>& terms_;
  std::vector<LeafFinder> finders_;   // of each term
  std::vector<Positions> positions_;  // of each term in one document
};

}  // namespace pressoir::search
