#include "server/search/query_cache.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "server/query/request_parameters.hpp"

namespace pressoir::search {
namespace {

// A query nests as deep as the parser allows (query::kMaxQueryDepth), and so does this.
std::size_t bytes_of(const query::Query& query) {
  std::size_t sum = sizeof(query::Query) + query.surface.size() + query.before.size();
  for (const store::QueryWord& word : query.words) {
    sum += sizeof(store::QueryWord) + word.exact.size() + word.folded.size() + word.lemmas.size() +
           word.forms.size() + word.left_out_before.size() * sizeof(std::string);
  }
  for (const std::string& value : query.values) sum += sizeof(value) + value.size();
  for (const query::Query& child : query.children) sum += bytes_of(child);
  return sum;
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

// The values of every parameter that has one of the effects. A value that is not printed is the
// default, which no printed value equals.
std::string key_of(std::string_view revision, const query::SearchRequest& request,
                   std::initializer_list<query::Effect> effects) {
  std::string key;
  append(key, revision);
  for (const query::RequestParameter& row : query::request_parameters()) {
    const bool is_part = std::find(effects.begin(), effects.end(), row.effect) != effects.end();
    if (is_part) append(key, row.print(request));
  }
  return key;
}

}  // namespace

// Estimates: small texts lie inside their objects, and the readings of a query are few. The sets of
// documents, a bit for each document of the archive, are by far the most.
std::size_t bytes_of(const QueryMatches& value) {
  std::size_t sum = sizeof(value) + value.documents.blocks().size_bytes();
  sum += value.offices.size() * (sizeof(query::expand::OfficeReading) + 64);
  sum += value.acronyms.size() * (sizeof(query::expand::AcronymReading) + 256);
  sum += value.read_as.notes.list().size() * (sizeof(query::Note) + 256);
  return sum + bytes_of(value.query) + bytes_of(value.read_as.query);
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

std::shared_ptr<const void> QueryCache::find(const std::string& key) {
  if (max_bytes_ == 0) return nullptr;
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    ++misses_;
    return nullptr;
  }
  ++hits_;
  entries_.splice(entries_.begin(), entries_, found->second);  // the last used is first
  return found->second->value;
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

void QueryCache::follow(std::string_view revision) {
  const std::lock_guard lock(mutex_);
  if (revision == revision_) return;
  revision_ = revision;
  by_key_.clear();
  entries_.clear();
  bytes_ = 0;
}

CacheStatistics QueryCache::statistics() const {
  const std::lock_guard lock(mutex_);
  return {hits_, misses_, entries_.size(), bytes_};
}

// The letters keep the three kinds apart: their values are of different types.
std::string matches_key(std::string_view revision, const query::SearchRequest& request) {
  return 'm' + key_of(revision, request, {query::Effect::kMatches});
}

std::string counts_key(std::string_view revision, const query::SearchRequest& request) {
  return 'c' + key_of(revision, request,
                      {query::Effect::kMatches, query::Effect::kFilters, query::Effect::kCounts});
}

// With the order that was chosen, so that an explicit order and the same one by default share an
// entry.
std::string order_key(std::string_view revision, const query::SearchRequest& request,
                      query::Sort sort) {
  query::SearchRequest sorted = request;
  sorted.sort = sort;
  return 'o' + key_of(revision, sorted,
                      {query::Effect::kMatches, query::Effect::kFilters, query::Effect::kOrder});
}

}  // namespace pressoir::search
