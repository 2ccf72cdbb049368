// Posting lists as a query reads them, by name. Those of frequent terms are in memory with the
// snapshot (FrequentPostings); the others are decoded from the index on first use and kept as long
// as the query (Postings). Names are those of spellings.hpp: a term, a folded form or a selection
// of forms.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/posting_list.hpp"
#include "server/store/spellings.hpp"

namespace pressoir::store {

// The time that one search may take. One object a search, passed by reference to whatever may take
// long; used by one thread at a time. Reading the clock takes some 30 ns: look every thousand
// documents, not at each.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // `limit` from now on.
  explicit Deadline(std::chrono::milliseconds limit) : end_(Clock::now() + limit) {}

  static Deadline never() { return Deadline(Clock::time_point::max()); }

  // True when the time is up; once true, always true. What was computed until then is incomplete
  // and must not be cached or counted as exact.
  bool is_over() {
    is_over_ = is_over_ || Clock::now() >= end_;
    return is_over_;
  }

  // Whether is_over() was ever true, so that something may have been left out. Reads no clock.
  bool has_cut() const { return is_over_; }

 private:
  explicit Deadline(Clock::time_point end) : end_(end) {}

  Clock::time_point end_;
  bool is_over_ = false;
};

// The lists of terms, folded forms and lemmas that more than one document in kFrequentShare
// contains: the terms whose decoding a query would notice. An index with remote shards, of which
// each list costs a round trip, has none at first; lists are kept here once a query has read them.
// Any number of threads may use it; the mutex is taken for such an index only.
class FrequentPostings {
 public:
  // One document in 4,096 is 24 of 100,000: decoding the others takes less than a microsecond each.
  static constexpr std::uint32_t kFrequentShare = 4096;
  static constexpr std::uint32_t kLeastDocuments = 24;

  FrequentPostings() = default;

  // Once `deadline` is over, lists are empty rather than read: remote shards may take long for
  // many.
  FrequentPostings(const index::ReadableIndex& index, const Spellings& spellings);

  // The lists of the revision after `before`; those in which nothing changed are shared. A term
  // that became frequent only because other documents were removed may be missing, which costs
  // time, not results.
  FrequentPostings(const FrequentPostings& before, const Changes& changes,
                   const Spellings& spellings);

  // Null when the term is not frequent, or its list was not kept yet. Valid as long as this.
  const PostingList* find(const std::string& name) const;

  // Offers a list that was not found. Null, with `list` unchanged, when it is not frequent or the
  // index is local; otherwise the list is moved here. Valid as long as this.
  const PostingList* keep(const std::string& name, PostingList& list) const;

 private:
  class Reader;

  std::uint32_t least_ = 0;   // documents of a frequent term
  bool grows_ = false;        // by keep()
  mutable std::mutex mutex_;  // guards lists_ when it grows
  mutable std::unordered_map<std::string, PostingList> lists_;
};

// The posting lists of one query: each is decoded at most once, whoever needs it (matching,
// ranking, spelling). Used by one thread at a time; what it refers to is of one revision and must
// outlive it.
//   Postings postings(index, snapshot.spellings, snapshot.frequent, &deadline);
//   const PostingList& list = postings.of(forms_list("industrie"));
class Postings {
 public:
  // Once `deadline` is over, no list is read any more: shards elsewhere may take long for many.
  Postings(const index::ReadableIndex& index, const Spellings& spellings,
           const FrequentPostings& frequent, Deadline* deadline = nullptr)
      : index_(index),
        spellings_(spellings),
        frequent_(frequent),
        deadline_(deadline),
        last_(index.get_lastdocid()) {}

  // The list of a name; empty when no document contains it or the deadline is over. Valid as long
  // as this. Throws what Xapian throws.
  const PostingList& of(const std::string& name);

  const index::ReadableIndex& index() const { return index_; }

 private:
  const index::ReadableIndex& index_;
  const Spellings& spellings_;
  const FrequentPostings& frequent_;
  Deadline* deadline_;
  std::uint32_t last_;
  std::unordered_map<std::string, PostingList> decoded_;
};

}  // namespace pressoir::store
