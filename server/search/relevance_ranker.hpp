// The order of the results by relevance.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/document_set.hpp"
#include "server/search/query.hpp"
#include "server/search/ranked_document.hpp"

namespace pressoir::search {

// Keeps buffers of a few bytes for each document of the archive between two calls. Used by one
// thread at a time.
class RelevanceRanker {
 public:
  // Every document of the set has a place, whatever its score: what is counted is what is ranked.
  // Scores never rise along the list; ties are ordered by document id. ARCHITECTURE.md, "Ranking",
  // says what is weighed and what each part is worth. `database` and `columns` are of one revision.
  // Throws what Xapian throws.
  std::vector<RankedDocument> rank(const Xapian::Database& database, const Columns& columns,
                                   const DocumentSet& documents, const Query& query, Page page);

 private:
  struct Scoring;

  std::vector<float> scores_;
  std::vector<float> coverage_;   // sum of the weights of the words that a document holds
  std::vector<float> frequency_;  // of the term that is being counted
};

}  // namespace pressoir::search
