// The exact set of documents that a query matches, from posting lists, positions and columns.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/query.hpp"
#include "server/store/deadline.hpp"
#include "server/store/document_set.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::search::match {

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
  Matcher(store::Postings& postings, const store::Snapshot& snapshot, store::Deadline& deadline)
      : postings_(postings),
        database_(postings.index()),
        snapshot_(snapshot),
        deadline_(deadline) {}

  // kTimeout when the deadline passes. Throws what Xapian throws. The tree is no deeper than the
  // parser makes it. Where a list was relaxed, its `least` says how many words were asked for in
  // the end.
  base::Result<store::DocumentSet> match(query::Query& query);

 private:
  // Each gives those of the documents `within`.
  store::DocumentSet find(query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_word(const query::Query& query, const store::DocumentSet& within) const;
  store::DocumentSet find_exact(const query::Query& query, const store::DocumentSet& within) const;
  // Those that hold every word of a leaf: of a phrase as it is, of a word in any form.
  store::DocumentSet find_holders(const query::Query& leaf, const store::DocumentSet& within) const;
  std::optional<store::DocumentSet> find_pairs(const query::Query& phrase,
                                               const store::DocumentSet& within) const;
  store::DocumentSet find_phrase(const query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_near(const query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_facet(const query::Query& query, const store::DocumentSet& within) const;
  store::DocumentSet find_dates(const query::Query& query, const store::DocumentSet& within) const;
  store::DocumentSet find_at_least(query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_some(query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_any(query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_except(query::Query& query, const store::DocumentSet& within);

  template <typename Visit>
  void for_each_until_deadline(const store::DocumentSet& set, Visit visit);
  void add_postings(const std::string& term, store::DocumentSet& set) const;
  std::uint64_t position_cost(const query::Query& query) const;
  std::vector<query::Query*> cheapest_first(std::vector<query::Query>& queries) const;

  store::Postings& postings_;
  const index::ReadableIndex& database_;
  const store::Snapshot& snapshot_;
  store::Deadline& deadline_;
};

}  // namespace pressoir::search::match
