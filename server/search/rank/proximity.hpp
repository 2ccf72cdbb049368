// How a document holds a query's words, beyond how often: side by side, close together, at the
// beginning, as the title. Reads all places of the words, so it is meant for the few best
// documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "server/query/query.hpp"
#include "server/search/match/positions.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/columns.hpp"

namespace pressoir::search::rank {

struct ProximityTerm {
  const store::QueryWord* word;
  double rarity;  // inverse document frequency
};

// Used by one thread at a time; what it is made of must outlive it.
class Proximity {
 public:
  // `terms` in the order of the query.
  Proximity(const store::WordSequences& sequences, const store::WordLengths& lengths,
            const std::vector<ProximityTerm>& terms);

  // Adds to the score of each document what it is worth, which is never negative.
  void add_to(std::span<RankedDocument> ranked);

 private:
  bool is_alone() const { return terms_.size() == 1; }  // one word
  double score(std::uint32_t document);
  void find_positions(std::uint32_t document);
  double best_window();

  const store::WordSequences& sequences_;
  const store::WordLengths& lengths_;
  const std::vector<ProximityTerm>& terms_;
  std::vector<match::LeafFinder> finders_;   // of each term
  std::vector<store::Positions> positions_;  // of each term in one document
  // For best_window().
  std::vector<std::pair<std::uint32_t, std::size_t>> places_;  // position, term
  std::vector<std::uint32_t> held_;                            // of each term
};

}  // namespace pressoir::search::rank
