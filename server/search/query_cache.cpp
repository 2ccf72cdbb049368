#include "server/search/query_cache.hpp"

#include <utility>

namespace pressoir::search {
namespace {

// About the memory of a value: its sets and lists are most of it, strings are counted by their
// lengths. The limit is one of the order of megabytes, which need not be exact.
std::size_t bytes_of(const query::Query& query) {
  std::size_t sum = sizeof(query::Query) + query.surface.size() + query.before.size();
  for (const store::QueryWord& word : query.words) {
    sum += sizeof(store::QueryWord) + word.exact.size() + word.folded.size() + word.stem.size() +
           (word.other_stems.size() + word.left_out_before.size()) * sizeof(std::string);
  }
  for (const std::string& value : query.values) sum += sizeof(value) + value.size();
  for (const query::Query& child : query.children) sum += bytes_of(child);
  return sum;
}

std::size_t bytes_of(const QueryMatches& value) {
  std::size_t sum = sizeof(value) + value.read_as.size() + value.documents.blocks().size_bytes();
  sum += value.offices.size() * (sizeof(query::expand::OfficeReading) + 64);
  sum += value.acronyms.size() * (sizeof(query::expand::AcronymReading) + 256);
  return sum + bytes_of(value.query);
}

std::size_t bytes_of(const facets::FilteredMatches& value) {
  std::size_t sum = sizeof(value) + value.documents.blocks().size_bytes();
  for (const auto& facet : value.facets) {
    if (!facet) continue;
    for (const facets::FacetValue& listed : facet->values) {
      sum += sizeof(listed) + listed.value.size() + listed.label.size();
    }
  }
  return sum + (value.dates ? value.dates->buckets.size() * sizeof(facets::DateBucket) : 0);
}

std::size_t bytes_of(const DocumentOrder& value) {
  return sizeof(value) + value.size() * sizeof(rank::RankedDocument);
}

// Each text of a key is preceded by its length: `ab` and `c` must not give the key of `a` and `bc`.
void append(std::string& key, std::string_view text) {
  key += std::to_string(text.size());
  key += ':';
  key += text;
}

void append(std::string& key, const std::vector<std::string>& texts) {
  key += std::to_string(texts.size());
  key += '[';
  for (const std::string& text : texts) append(key, text);
}

void append_filters(std::string& key, const query::SearchRequest& request) {
  for (const query::FacetFilter& filter : request.filters) {
    append(key, filter.any_of);
    append(key, filter.none_of);
  }
  append(key, base::to_string(request.from));
  append(key, base::to_string(request.to));
}

std::string key_of(char kind, std::string_view revision, const query::SearchRequest& request) {
  std::string key(1, kind);
  append(key, revision);
  append(key, request.q);
  key += static_cast<char>('0' + static_cast<int>(request.match));
  return key;
}

}  // namespace

template <typename Value>
std::shared_ptr<const Value> QueryCache::find(const std::string& key) {
  if (max_bytes_ == 0) return nullptr;
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    ++misses_;
    return nullptr;
  }
  ++hits_;
  entries_.splice(entries_.begin(), entries_, found->second);  // the last used is first
  return std::static_pointer_cast<const Value>(found->second->value);
}

std::shared_ptr<const QueryMatches> QueryCache::matches(const std::string& key) {
  return find<QueryMatches>(key);
}

std::shared_ptr<const facets::FilteredMatches> QueryCache::counts(const std::string& key) {
  return find<facets::FilteredMatches>(key);
}

std::shared_ptr<const DocumentOrder> QueryCache::order(const std::string& key) {
  return find<DocumentOrder>(key);
}

void QueryCache::put(const std::string& key, std::shared_ptr<const QueryMatches> value) {
  const std::size_t bytes = bytes_of(*value);
  keep(key, std::move(value), bytes);
}

void QueryCache::put(const std::string& key, std::shared_ptr<const facets::FilteredMatches> value) {
  const std::size_t bytes = bytes_of(*value);
  keep(key, std::move(value), bytes);
}

void QueryCache::put(const std::string& key, std::shared_ptr<const DocumentOrder> value) {
  const std::size_t bytes = bytes_of(*value);
  keep(key, std::move(value), bytes);
}

void QueryCache::keep(const std::string& key, std::shared_ptr<const void> value,
                      std::size_t bytes) {
  constexpr std::size_t kLargestShare = 8;
  constexpr std::size_t kOverhead = 128;  // of the list and the table
  bytes += 2 * key.size() + kOverhead;
  if (bytes > max_bytes_ / kLargestShare) return;
  const std::lock_guard lock(mutex_);
  // Two workers may have computed the same value at the same time.
  if (const auto known = by_key_.find(key); known != by_key_.end()) drop(known->second);
  entries_.push_front({key, std::move(value), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > max_bytes_) drop(std::prev(entries_.end()));
}

// by_key_ refers to the key in the entry: it is erased first.
void QueryCache::drop(std::list<Entry>::iterator entry) {
  bytes_ -= entry->bytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

void QueryCache::clear() {
  const std::lock_guard lock(mutex_);
  by_key_.clear();
  entries_.clear();
  bytes_ = 0;
}

CacheStatistics QueryCache::statistics() const {
  const std::lock_guard lock(mutex_);
  return {hits_, misses_, entries_.size(), bytes_};
}

std::string matches_key(std::string_view revision, const query::SearchRequest& request) {
  return key_of('m', revision, request);
}

std::string counts_key(std::string_view revision, const query::SearchRequest& request) {
  std::string key = key_of('c', revision, request);
  append_filters(key, request);
  for (const bool is_counted : request.facets) key += is_counted ? '1' : '0';
  key += request.date_facet ? '1' : '0';
  key += static_cast<char>('0' + static_cast<int>(request.interval));
  key += std::to_string(request.facet_size);
  return key;
}

std::string order_key(std::string_view revision, const query::SearchRequest& request,
                      query::Sort sort) {
  std::string key = key_of('o', revision, request);
  append_filters(key, request);
  key += static_cast<char>('0' + static_cast<int>(sort));
  return key;
}

}  // namespace pressoir::search
