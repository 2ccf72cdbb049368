// The exact set of documents that a query matches, from posting lists, word positions and columns.
//
// A node of the query tree is evaluated within the documents that earlier nodes left over, so that
// cheap nodes narrow down expensive ones: nodes that read positions come last, and among them those
// with the rarest words come first. Phrases of frequent words are found without positions, from the
// posting lists of pairs of words (store::WordPairs).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/query.hpp"
#include "server/store/document_set.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::search::match {

// A list of words that may be relaxed (Query::may_relax) requires one word less as long as fewer
// documents than this contain as many as it requires. Two words of two narrow a search far more
// than one does, so that fewer documents are enough.
inline constexpr std::uint64_t kEnoughDocuments = 100;
inline constexpr std::uint64_t kEnoughWithBoth = 3;

//   Matcher matcher(postings, snapshot, deadline);
//   const auto documents = matcher.match(parsed.query);
//
// Used by one thread at a time; the references must outlive it and be of the same revision. A
// matcher may match several queries, all within the one deadline.
class Matcher {
 public:
  Matcher(store::Postings& postings, const store::Snapshot& snapshot, store::Deadline& deadline)
      : postings_(postings), snapshot_(snapshot), deadline_(deadline) {}

  // The documents that match. Where a list was relaxed, its `least` is set to the number of words
  // that were required in the end. Recursive: the tree must be no deeper than the parser makes it
  // (kMaxQueryDepth). kTimeout when the deadline passes: never a part of the set. Throws what
  // Xapian throws.
  base::Result<store::DocumentSet> match(query::Query& query);

 private:
  // Each returns the documents of `within` that match the node.
  store::DocumentSet find(query::Query& query, const store::DocumentSet& within);
  store::DocumentSet find_word(const query::Query& query, const store::DocumentSet& within) const;
  store::DocumentSet find_exact(const query::Query& query, const store::DocumentSet& within) const;
  // The documents of `within` that contain every word of a leaf: of a phrase in its folded form, of
  // a word in any form.
  store::DocumentSet find_candidates(const query::Query& leaf,
                                     const store::DocumentSet& within) const;
  // The documents of `within` that have every listed pair of neighbouring words of the phrase;
  // nothing when no pair of it is listed.
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
  // About how many documents have their positions read for a node; 0 for a node that reads none.
  std::uint64_t position_cost(const query::Query& query) const;
  std::vector<query::Query*> cheapest_first(std::vector<query::Query>& queries) const;

  store::Postings& postings_;
  const store::Snapshot& snapshot_;
  store::Deadline& deadline_;
};

}  // namespace pressoir::search::match
