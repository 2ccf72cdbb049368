// How a document holds a query's words, beyond how often: side by side, close together, at the
// beginning, as the title. Read from position lists, so meant for the few best documents.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/search/columns.hpp"
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
  Proximity(const Xapian::Database& database, const Columns& columns,
            const std::vector<ProximityTerm>& terms)
      : database_(database), columns_(columns), terms_(terms) {}

  // To be added to the document's score; never negative. Throws what Xapian throws.
  double score(std::uint32_t document) const;

 private:
  const Xapian::Database& database_;
  const Columns& columns_;
  const std::vector<ProximityTerm>& terms_;
};

}  // namespace pressoir::search
