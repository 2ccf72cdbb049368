// An index opened for reading at one revision: a Xapian database that may combine several, the
// shards of an archive, on this machine and on others.
//
// Of n shards, document d of shard number i (from 0) is number (d - 1) * n + i + 1 of the whole.
// Used by one thread at a time, copies included. Every call may throw what Xapian throws; a shard
// that does not answer in time throws Xapian::NetworkError and must then be opened again.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/schema.hpp"

namespace pressoir::index {

struct Shard {
  Xapian::Database database;
  bool is_remote = false;  // served by xapian-tcpsrv
};

// Identifies a revision of one database: every commit has another number, every rebuilt index
// another UUID.
struct Revision {
  Xapian::rev number;  // of a remote shard: from its change log
  std::string uuid;

  bool operator==(const Revision&) const = default;
};

class ReadableIndex : public Xapian::Database {
 public:
  explicit ReadableIndex(std::vector<Shard> shards);

  const std::vector<Shard>& shards() const { return shards_; }
  bool has_remote() const { return has_remote_; }

  // Of each shard, in the order of shards().
  const std::vector<Revision>& revisions() const { return revisions_; }

  // The number in the whole of the document that is number `document` of shard number `shard`.
  Xapian::docid number_of(Xapian::docid document, std::size_t shard) const {
    return static_cast<Xapian::docid>((document - 1) * shards_.size() + shard + 1);
  }

  // The value of the first shard that has the key; empty when none has. Xapian's own function looks
  // at the first shard only.
  std::string metadata(std::string_view key) const;

  // The last commit of all shards, seconds since 1970; 0 when unknown.
  std::int64_t updated() const;

  // The names of ministers, governments and lineages, by id.
  std::unordered_map<std::string, std::string> labels() const;

 private:
  std::vector<Shard> shards_;
  bool has_remote_ = false;
  std::vector<Revision> revisions_;
};

// `12-551cc279` for the twelfth revision of a database; of several shards joined by dots.
std::string name_of(const std::vector<Revision>& revisions);

// Whole posting lists and value slots of remote shards are fetched as the results of a search:
// Xapian's protocol sends the items of a list one by one (a round trip each), results all at once.

// Calls `visit(word, documents)` for every word of titles and texts, exact, in the order of bytes.
using VisitWord = std::function<void(const std::string&, Xapian::doccount)>;
void for_each_word(const ReadableIndex& index, const VisitWord& visit);

// Calls `visit(document, value)` for every document that has a value in the slot, in ascending
// order.
using VisitValue = std::function<void(Xapian::docid, const std::string&)>;
void for_each_value(const ReadableIndex& index, Slot slot, const VisitValue& visit);

// The same in any order, for slots that are too large to be held in memory at once (word streams).
void for_each_value_unordered(const ReadableIndex& index, Slot slot, const VisitValue& visit);

// Calls `visit(document, frequency)` for every document of the posting list, or of the union of the
// lists, in ascending order. The frequency is the sum over the terms.
using VisitPosting = std::function<void(Xapian::docid, Xapian::termcount)>;
void for_each_posting(const ReadableIndex& index, const std::string& term,
                      const VisitPosting& visit);
void for_each_posting(const ReadableIndex& index, std::span<const std::string> terms,
                      const VisitPosting& visit);

}  // namespace pressoir::index
