// Posting lists as a query reads them: those of frequent terms are held in memory with the state of
// the archive, the others are decoded when they are asked for.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>

#include "server/search/changes.hpp"
#include "server/search/posting_list.hpp"

namespace pressoir::search {

// The lists of the terms that more than one document in kFrequentShare holds, of all families.
// Does not change once made: any number of threads may read it.
class FrequentPostings {
 public:
  static constexpr std::uint32_t kFrequentShare = 1024;
  static constexpr std::uint32_t kLeastDocuments = 64;

  FrequentPostings() = default;

  // One pass over the list of terms, and one over each frequent term's documents: about 10 ns a
  // posting. Throws what Xapian throws.
  explicit FrequentPostings(const Xapian::Database& database);

  // The lists `before` at a later state; those in which nothing changed are shared. A term that is
  // frequent only because others' documents were removed may be missing, which costs time only.
  FrequentPostings(const FrequentPostings& before, const Changes& changes);

  // Nothing when the term is not frequent. Lives as long as this.
  const PostingList* find(const std::string& term) const;

  std::size_t size() const { return lists_.size(); }
  std::size_t bytes() const;  // of memory, for figures

 private:
  std::unordered_map<std::string, PostingList> lists_;
};

// What one query reads: each list is decoded once. Used by one thread at a time; `database` and
// `frequent` are of one revision and must outlive it.
class Postings {
 public:
  Postings(const Xapian::Database& database, const FrequentPostings& frequent)
      : database_(database), frequent_(frequent), last_(database.get_lastdocid()) {}

  // Empty when no document holds the term. Lives as long as this. Throws what Xapian throws.
  const PostingList& of(const std::string& term);

  const Xapian::Database& database() const { return database_; }

 private:
  const Xapian::Database& database_;
  const FrequentPostings& frequent_;
  std::uint32_t last_;
  std::unordered_map<std::string, PostingList> decoded_;
};

}  // namespace pressoir::search
