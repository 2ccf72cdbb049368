// The exact set of documents that a query matches, from posting lists and positions.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/document_set.hpp"
#include "server/search/query.hpp"

namespace pressoir::search {

// Used by one thread at a time; both references must outlive it and be of the same revision.
class Matcher {
 public:
  Matcher(const Xapian::Database& database, const Columns& columns)
      : database_(database), columns_(columns) {}

  // Throws what Xapian throws. The tree may be of any shape, but not deeper than the parser makes
  // it (three).
  DocumentSet match(const Query& query) const;

 private:
  void add_postings(const std::string& term, DocumentSet& set) const;
  DocumentSet match_word(const QueryWord& word) const;
  DocumentSet match_phrase(const std::vector<QueryWord>& words) const;
  DocumentSet match_at_least(const Query& query) const;
  DocumentSet match_except(const Query& query) const;
  bool has_phrase(std::uint32_t document, const std::vector<QueryWord>& words) const;

  const Xapian::Database& database_;
  const Columns& columns_;
};

}  // namespace pressoir::search
