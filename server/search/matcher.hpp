// The exact set of documents that a query matches, from posting lists, positions and columns.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/search/deadline.hpp"
#include "server/search/document_set.hpp"
#include "server/search/postings.hpp"
#include "server/search/query.hpp"
#include "server/search/snapshot.hpp"

namespace pressoir::search {

// A list of words that may be relaxed asks for one word less as long as fewer documents than this
// hold as many as it asks for. Both of two words say much more than one, so fewer are enough.
inline constexpr std::uint64_t kEnoughDocuments = 100;
inline constexpr std::uint64_t kEnoughWithBoth = 3;

// Used by one thread at a time; the references must outlive it and be of the same revision.
//
// What is cheap to read narrows down what is dear: a node is asked only for documents that the
// nodes before it left open, and those that read positions come last, the rarest words first.
class Matcher {
 public:
  Matcher(Postings& postings, const Snapshot& snapshot, Deadline& deadline)
      : postings_(postings),
        database_(postings.index()),
        snapshot_(snapshot),
        deadline_(deadline) {}

  // kTimeout when the deadline passes. Throws what Xapian throws. The tree is no deeper than the
  // parser makes it. Where a list was relaxed, its `least` says how many words were asked for in
  // the end.
  base::Result<DocumentSet> match(Query& query);

 private:
  // Each gives those of the documents `within`.
  DocumentSet find(Query& query, const DocumentSet& within);
  DocumentSet find_word(const Query& query, const DocumentSet& within) const;
  DocumentSet find_exact(const Query& query, const DocumentSet& within) const;
  // Those that hold every word of a leaf: of a phrase as it is, of a word in any form.
  DocumentSet find_holders(const Query& leaf, const DocumentSet& within) const;
  std::optional<DocumentSet> find_pairs(const Query& phrase, const DocumentSet& within) const;
  DocumentSet find_phrase(const Query& query, const DocumentSet& within);
  DocumentSet find_near(const Query& query, const DocumentSet& within);
  DocumentSet find_facet(const Query& query, const DocumentSet& within) const;
  DocumentSet find_dates(const Query& query, const DocumentSet& within) const;
  DocumentSet find_at_least(Query& query, const DocumentSet& within);
  DocumentSet find_some(Query& query, const DocumentSet& within);
  DocumentSet find_any(Query& query, const DocumentSet& within);
  DocumentSet find_except(Query& query, const DocumentSet& within);

  template <typename Visit>
  void for_each_until_deadline(const DocumentSet& set, Visit visit);
  void add_postings(const std::string& term, DocumentSet& set) const;
  std::uint64_t position_cost(const Query& query) const;
  std::vector<Query*> cheapest_first(std::vector<Query>& queries) const;

  Postings& postings_;
  const index::ReadableIndex& database_;
  const Snapshot& snapshot_;
  Deadline& deadline_;
};

}  // namespace pressoir::search
