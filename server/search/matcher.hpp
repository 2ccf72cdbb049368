// The exact set of documents that a query matches, from posting lists, positions and columns.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/document_set.hpp"
#include "server/search/query.hpp"

namespace pressoir::search {

// A list of words that may be relaxed asks for one word less as long as fewer documents than this
// hold as many as it asks for. Both of two words say much more than one, so fewer are enough.
inline constexpr std::uint64_t kEnoughDocuments = 100;
inline constexpr std::uint64_t kEnoughWithBoth = 3;

// Used by one thread at a time; both references must outlive it and be of the same revision.
class Matcher {
 public:
  Matcher(const Xapian::Database& database, const Columns& columns)
      : database_(database), columns_(columns) {}

  // Throws what Xapian throws. The tree is no deeper than the parser makes it. Where a list was
  // relaxed, its `least` says how many words were asked for in the end.
  DocumentSet match(Query& query) const;

 private:
  DocumentSet match_word(const Query& query) const;
  DocumentSet match_exact(const Query& query) const;
  DocumentSet match_phrase(const Query& query) const;
  DocumentSet match_near(const Query& query) const;
  DocumentSet match_facet(const Query& query) const;
  DocumentSet match_dates(const Query& query) const;
  DocumentSet match_at_least(Query& query) const;
  DocumentSet match_any(std::vector<Query>& queries) const;
  DocumentSet match_except(Query& query) const;
  void add_postings(const std::string& term, DocumentSet& set) const;

  const Xapian::Database& database_;
  const Columns& columns_;
};

}  // namespace pressoir::search
