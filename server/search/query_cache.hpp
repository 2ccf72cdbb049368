// Results of the steps of searches, for the next request of a reader, which is often another page,
// order or filter of the same query. Three things are cached, each under what it depends on:
//
//   matches   revision, query                  what the query matches before any filter
//   counts    the same, filters, facets        what passes the filters, and the facets
//   order     revision, query, filters, sort   the first documents in their order
//
// The least recently used is evicted first. Any number of threads.
//
//   cache.follow(revision);
//   const std::string key = matches_key(revision, request);
//   auto matches = cache.matches(key);
//   if (!matches) cache.put(key, matches = compute(request));
//
// A request that changes only its page finds all three, one that changes its order the first two,
// one that changes a filter the matches alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/query/expand/reading.hpp"
#include "server/query/query_parser.hpp"
#include "server/query/request.hpp"
#include "server/search/facets/facet_counter.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search {

// A query as it was interpreted at one revision, and the documents that it matches there.
struct QueryMatches {
  query::Query query;           // as it was matched: a list of words may have been relaxed
  query::QueryOutline read_as;  // how it was understood
  std::vector<query::expand::OfficeReading> offices;
  std::vector<query::expand::AcronymReading> acronyms;
  std::optional<std::string> suggestion;  // the query with its respelled words
  store::DocumentSet documents;
  // With SearchRequest::family: the same without. What it matches comes first.
  std::shared_ptr<const QueryMatches> without_family = nullptr;
};

// The first documents of an order: at least as many as were requested, or all.
using DocumentOrder = std::vector<rank::RankedDocument>;

// About the memory of a value: its sets and lists are most of it, strings are counted by their
// lengths. The limit of the cache is one of the order of megabytes, which need not be exact.
std::size_t bytes_of(const QueryMatches& value);
std::size_t bytes_of(const facets::FilteredMatches& value);
std::size_t bytes_of(const DocumentOrder& value);

// For /metrics; hits and misses since the program began.
struct CacheStatistics {
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::size_t entries = 0;  // now
  std::size_t bytes = 0;    // now, about
};

// One cache for all workers. One lock guards it, for the time of a look-up in a hash table.
// Values are immutable and computed outside the lock: two workers with the same request may both
// compute it.
class QueryCache {
 public:
  // `max_bytes`: of memory for keys and values together, about; 0 turns the cache off.
  explicit QueryCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // The value of a key; null when it is not cached. Shared: a value may be evicted while it is
  // read.
  std::shared_ptr<const QueryMatches> matches(const std::string& key) {
    return std::static_pointer_cast<const QueryMatches>(find(key));
  }
  std::shared_ptr<const facets::FilteredMatches> counts(const std::string& key) {
    return std::static_pointer_cast<const facets::FilteredMatches>(find(key));
  }
  std::shared_ptr<const DocumentOrder> order(const std::string& key) {
    return std::static_pointer_cast<const DocumentOrder>(find(key));
  }

  // Caches a value, unless it takes more than an eighth of max_bytes: one query that matches
  // everything must not evict all others.
  template <typename Value>
  void put(const std::string& key, std::shared_ptr<const Value> value) {
    const std::size_t bytes = bytes_of(*value);
    keep(key, std::move(value), bytes);
  }

  // Called by each request with the name of its revision: evicts everything when that is another
  // than before, because the keys of an older revision are never looked up again.
  void follow(std::string_view revision);

  // A consistent set of figures, taken under the lock.
  CacheStatistics statistics() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const void> value;
    std::size_t bytes;
  };
  std::shared_ptr<const void> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const void> value, std::size_t bytes);
  void drop(std::list<Entry>::iterator entry);

  const std::size_t max_bytes_;
  mutable std::mutex mutex_;  // guards what follows
  std::list<Entry> entries_;  // the last used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
  std::size_t bytes_ = 0;
  std::string revision_;
  std::uint64_t hits_ = 0;
  std::uint64_t misses_ = 0;
};

// The keys of a request at a revision. Requests with equal keys have equal values: a parameter that
// changes the value but is missing from its key would make wrong answers.
std::string matches_key(std::string_view revision, const query::SearchRequest& request);
std::string counts_key(std::string_view revision, const query::SearchRequest& request);
std::string order_key(std::string_view revision, const query::SearchRequest& request,
                      query::Sort sort);

}  // namespace pressoir::search
