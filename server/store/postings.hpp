// Posting lists as a query reads them: those of frequent terms are held in memory with the state of
// the archive, the others are decoded when they are asked for.
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

// The time that one search may take.
// Used by one thread at a time. Asking reads the clock: some 30 ns.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // `limit` from now on.
  explicit Deadline(std::chrono::milliseconds limit) : end_(Clock::now() + limit) {}

  static Deadline never() { return Deadline(Clock::time_point::max()); }

  // True when the time is up; once true, always true. Work that is cut short on account of it must
  // not be taken for whole.
  bool is_over() {
    is_over_ = is_over_ || Clock::now() >= end_;
    return is_over_;
  }

  // What is_over() said last: whether anything was cut short.
  bool has_cut() const { return is_over_; }

 private:
  explicit Deadline(Clock::time_point end) : end_(end) {}

  Clock::time_point end_;
  bool is_over_ = false;
};

// The lists of terms, folded forms and stems that more than one document in kFrequentShare holds,
// by name (spellings.hpp). Those of an index with shards elsewhere, of which a list costs a
// journey, are held once a query has asked for them. Any number of threads may use it.
class FrequentPostings {
 public:
  static constexpr std::uint32_t kFrequentShare = 4096;
  static constexpr std::uint32_t kLeastDocuments = 24;

  FrequentPostings() = default;

  // One pass over the list of terms, and one over each frequent term's documents: about 10 ns a
  // posting. Throws what Xapian throws.
  FrequentPostings(const index::ReadableIndex& index, const Spellings& spellings);

  // The lists `before` at a later state; those in which nothing changed are shared. A term that is
  // frequent only because others' documents were removed may be missing, which costs time only.
  FrequentPostings(const FrequentPostings& before, const Changes& changes,
                   const Spellings& spellings);

  // Nothing when the list is not of a frequent term, or not held yet. Lives as long as this.
  const PostingList* find(const std::string& name) const;

  // Takes a list that was not found. Nothing, and `list` unchanged, when it is not to be held.
  const PostingList* keep(const std::string& name, PostingList& list) const;

 private:
  class Reader;

  std::uint32_t least_ = 0;   // documents of a frequent term
  bool grows_ = false;        // by keep()
  mutable std::mutex mutex_;  // guards lists_ when it grows
  mutable std::unordered_map<std::string, PostingList> lists_;
};

// What one query reads: each list is decoded once. Used by one thread at a time; what it is
// made of is of one revision and must outlive it.
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

  // The list of a name. Empty when no document holds what it names, or when the deadline has cut
  // it. Lives as long as this. Throws what Xapian throws.
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
