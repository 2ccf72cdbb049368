// What the positions of a query's words in a document are worth: side by side, close together, in
// the first words of the text, as the whole title. BM25 counts how often they occur only.
//
// Reads all positions of the words, so it is meant for the few best documents by BM25. RANKING.md
// has the weights and how they were measured.
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

// A word of the query to look for. Prefixes and alternatives have no positions that are worth
// comparing and are not among them.
struct ProximityTerm {
  const store::QueryWord* word;
  double rarity;  // inverse document frequency: weighs what is found of the word
};

// Used by one thread at a time; all arguments must outlive it.
class Proximity {
 public:
  // `terms` in the order of the query: neighbours are looked for side by side. At least one.
  Proximity(const store::WordSequences& sequences, const store::WordLengths& lengths,
            const std::vector<ProximityTerm>& terms);

  // Adds to the score of each document what the positions are worth, which is never negative and
  // does not depend on the other documents.
  void add_to(std::span<RankedDocument> ranked);

 private:
  bool is_alone() const { return terms_.size() == 1; }  // one word
  // What the positions in one document are worth.
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
  std::vector<std::uint32_t> inside_;                          // of each term
};

}  // namespace pressoir::search::rank
