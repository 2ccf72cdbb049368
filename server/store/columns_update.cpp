// Columns of a later state, from those before and what changed: arrays are copied, which takes
// some ten milliseconds for a million documents, and mended.
#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "indexer/index/schema.hpp"
#include "server/store/columns.hpp"

namespace pressoir::store {
namespace {

// `numbers` without what changed, and with `now`, ascending like them.
std::vector<std::uint32_t> exchange(std::vector<std::uint32_t> numbers, const Changes& changes,
                                    const std::vector<std::uint32_t>& now) {
  std::erase_if(numbers, [&, next = changes.numbers().begin()](std::uint32_t number) mutable {
    while (next != changes.numbers().end() && *next < number) ++next;
    return next != changes.numbers().end() && *next == number;
  });
  std::vector<std::uint32_t> merged;
  merged.reserve(numbers.size() + now.size());
  std::merge(numbers.begin(), numbers.end(), now.begin(), now.end(), std::back_inserter(merged));
  return merged;
}

DocumentSet change_documents(const DocumentSet& before, const Changes& changes) {
  DocumentSet documents(changes.last());
  documents |= before;
  for (const std::uint32_t number : changes.numbers()) documents.remove(number);
  for (const Changes::Document& document : changes.documents()) documents.add(document.number);
  return documents;
}

std::vector<ValueColumn> change_facets(const std::vector<ValueColumn>& before,
                                       const Changes& changes) {
  std::vector<ValueColumn> columns;
  columns.reserve(base::kFacets.size());
  for (const base::Facet facet : base::kFacets) {
    columns.emplace_back(before[static_cast<std::size_t>(facet)], changes, index::slot_of(facet),
                         info(facet).facet->is_tree);
  }
  return columns;
}

std::vector<base::Date> change_dates(std::vector<base::Date> dates, const Changes& changes) {
  dates.resize(std::size_t{changes.last()} + 1);
  for (const std::uint32_t number : changes.numbers()) dates[number] = {};
  for (const auto& [number, stored] : changes.documents()) {
    dates[number] = index::date_from_value(stored.get_value(index::kDateSlot));
  }
  return dates;
}

std::vector<std::uint32_t> change_first_indexed(std::vector<std::uint32_t> seconds,
                                                const Changes& changes) {
  seconds.resize(std::size_t{changes.last()} + 1);
  for (const std::uint32_t number : changes.numbers()) seconds[number] = 0;
  for (const auto& [number, stored] : changes.documents()) {
    seconds[number] = seconds_from_value(stored.get_value(index::kFirstIndexedSlot));
  }
  return seconds;
}

WordLengths change_lengths(WordLengths lengths, const Changes& changes,
                           const DocumentSet& documents) {
  const std::size_t size = documents.blocks().size() * DocumentSet::kBlock;
  lengths.title.resize(size);
  lengths.whole.resize(size);
  for (const std::uint32_t number : changes.numbers()) {
    lengths.title[number] = lengths.whole[number] = 0;
  }
  for (const auto& [number, stored] : changes.documents()) {
    const auto counts = index::word_counts_from_value(stored.get_value(index::kLengthSlot));
    lengths.title[number] = static_cast<float>(counts.title);
    lengths.whole[number] = static_cast<float>(counts.whole);
  }
  lengths.set_means(documents.size());
  return lengths;
}

// The documents that did not change, by rank.
std::vector<std::uint32_t> unchanged_by_rank(const Columns& before, const Changes& changes) {
  std::vector<std::uint32_t> by_rank(before.documents.size());
  before.documents.for_each(
      [&](std::uint32_t number) { by_rank[before.id_rank[number]] = number; });
  std::erase_if(by_rank, [&](std::uint32_t number) { return changes.contains(number); });
  return by_rank;
}

std::vector<std::uint32_t> change_ranks(const Columns& before, const Changes& changes) {
  std::vector<std::uint32_t> by_rank = unchanged_by_rank(before, changes);
  const auto id_of = [&](std::uint32_t number) {
    return changes.index().get_document(number).get_value(index::kIdSlot);
  };
  std::vector<std::pair<std::string, std::uint32_t>> ids;
  for (const auto& [number, stored] : changes.documents()) ids.emplace_back(id_of(number), number);
  std::sort(ids.begin(), ids.end());
  std::vector<std::uint32_t> merged;
  merged.reserve(by_rank.size() + ids.size());
  auto from = by_rank.begin();
  for (const auto& [id, number] : ids) {
    // Ids are read where the search looks only.
    const auto to = std::lower_bound(
        from, by_rank.end(), id,
        [&](std::uint32_t other, const std::string& wanted) { return id_of(other) < wanted; });
    merged.insert(merged.end(), from, to);
    merged.push_back(number);
    from = to;
  }
  merged.insert(merged.end(), from, by_rank.end());
  std::vector<std::uint32_t> ranks(std::size_t{changes.last()} + 1);
  for (std::uint32_t rank = 0; rank < merged.size(); ++rank) ranks[merged[rank]] = rank;
  return ranks;
}

std::vector<std::uint32_t> change_order(const Columns& before, const Changes& changes,
                                        const Columns& now) {
  const auto comes_first = [&](std::uint32_t a, std::uint32_t b) {
    return now.dates[a] != now.dates[b] ? now.dates[a] > now.dates[b]
                                        : now.id_rank[a] < now.id_rank[b];
  };
  std::vector<std::uint32_t> kept = before.newest;
  std::erase_if(kept, [&](std::uint32_t number) { return changes.contains(number); });
  std::vector<std::uint32_t> added;
  for (const Changes::Document& document : changes.documents()) added.push_back(document.number);
  std::sort(added.begin(), added.end(), comes_first);
  std::vector<std::uint32_t> order;
  order.reserve(kept.size() + added.size());
  std::merge(kept.begin(), kept.end(), added.begin(), added.end(), std::back_inserter(order),
             comes_first);
  return order;
}

}  // namespace

ValueColumn::ValueColumn(const ValueColumn& before, const Changes& changes, unsigned slot,
                         bool is_hierarchical)
    : values_(before.values_),
      ordinal_of_(before.ordinal_of_),
      combination_of_(before.combination_of_),
      offsets_(before.offsets_),
      ordinals_(before.ordinals_),
      combination_by_values_(before.combination_by_values_),
      holders_(before.holders_),
      without_(changes.last()) {
  combination_of_.resize(std::size_t{changes.last()} + 1, kNoValues);
  without_ |= before.without_;
  for (const std::uint32_t number : changes.numbers()) {
    combination_of_[number] = kNoValues;
    without_.remove(number);
  }
  for (const auto& [number, stored] : changes.documents()) {
    combination_of_[number] = combine(stored.get_value(slot), is_hierarchical);
    if (of(number).empty()) without_.add(number);
  }
  change_holders(before, changes);
}

void ValueColumn::change_holders(const ValueColumn& before, const Changes& changes) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> now;  // of each value that is concerned
  for (const std::uint32_t number : changes.numbers()) {
    if (number < before.combination_of_.size()) {
      for (const std::uint32_t ordinal : before.of(number)) now[ordinal];
    }
    for (const std::uint32_t ordinal : of(number)) now[ordinal].push_back(number);
  }
  bool is_sorted = values_.size() == before.values_.size();
  holders_.resize(values_.size());
  for (const auto& [ordinal, added] : now) {
    auto& holders = holders_[ordinal];
    holders = std::make_shared<const DocumentList>(
        exchange(holders ? holders->numbers() : std::vector<std::uint32_t>(), changes, added),
        changes.last());
    is_sorted &= holders->size() > 0;
  }
  if (!is_sorted) sort_values();
  for (const auto& holders : holders_) count_cost_ += holders->count_cost();
}

Columns::Columns(const Columns& before, const Changes& changes)
    : last(changes.last()),
      documents(change_documents(before.documents, changes)),
      facets(change_facets(before.facets, changes)),
      dates(change_dates(before.dates, changes)),
      first_indexed(change_first_indexed(before.first_indexed, changes)),
      lengths(change_lengths(before.lengths, changes, documents)),
      id_rank(change_ranks(before, changes)),
      newest(change_order(before, changes, *this)),
      texts(before.texts, changes),
      labels(changes.index().labels()) {}

}  // namespace pressoir::store
