#include "server/store/columns.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::store {
namespace {

using index::ReadableIndex;

// The empty term is in every document.
DocumentSet read_documents(const ReadableIndex& index, std::uint32_t last) {
  DocumentSet documents(last);
  for_each_posting(index, "", [&](std::uint32_t number, std::uint32_t) { documents.add(number); });
  return documents;
}

// Of index::kFirstIndexedSlot: seconds since 1970.
std::uint32_t seconds_from_value(const std::string& value) {
  constexpr double kLastSecond = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(
      std::clamp(Xapian::sortable_unserialise(value), 0.0, kLastSecond));
}

base::Date date_from(const std::string& value) {
  return index::date_from_value(value);
}

// One value a document, by number; Value() where the slot is empty.
template <typename Value>
std::vector<Value> read_column(const ReadableIndex& index, index::Slot slot,
                               Value (*decode)(const std::string&)) {
  std::vector<Value> column(std::size_t{index.get_lastdocid()} + 1);
  for_each_value(index, slot, [&](std::uint32_t number, const std::string& value) {
    column[number] = decode(value);
  });
  return column;
}

// The same for the next revision: only the slots of changed documents are read.
template <typename Value>
std::vector<Value> change_column(std::vector<Value> column, const Changes& changes,
                                 index::Slot slot, Value (*decode)(const std::string&)) {
  column.resize(std::size_t{changes.last()} + 1);
  for (const std::uint32_t number : changes.numbers()) column[number] = Value();
  for (const auto& [number, stored] : changes.documents()) {
    column[number] = decode(stored.get_value(slot));
  }
  return column;
}

WordLengths read_lengths(const ReadableIndex& index, const DocumentSet& documents) {
  const std::size_t size = documents.blocks().size() * DocumentSet::kBlock;
  WordLengths lengths{std::vector<float>(size), std::vector<float>(size)};
  for_each_value(index, index::kLengthSlot, [&](std::uint32_t document, const std::string& value) {
    const index::WordCounts counts = index::word_counts_from_value(value);
    lengths.title[document] = static_cast<float>(counts.title);
    lengths.whole[document] = static_cast<float>(counts.whole);
  });
  lengths.set_means(documents.size());
  return lengths;
}

// Ids are too long to be kept in memory for every document: their order is enough.
std::vector<std::uint32_t> rank_ids(const ReadableIndex& index, std::uint32_t last) {
  std::vector<std::pair<std::string, std::uint32_t>> ids;
  for_each_value(index, index::kIdSlot, [&](std::uint32_t number, const std::string& value) {
    ids.emplace_back(value, number);
  });
  std::sort(ids.begin(), ids.end());
  const auto twice = std::adjacent_find(
      ids.begin(), ids.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != ids.end()) {
    // Shards that overlap, see Columns.
    throw Xapian::DatabaseCorruptError("the document " + twice->first + " is in it twice");
  }
  std::vector<std::uint32_t> ranks(std::size_t{last} + 1);
  for (std::uint32_t rank = 0; rank < ids.size(); ++rank) ranks[ids[rank].second] = rank;
  return ranks;
}

// The latest date first, ties by id. No date is the least date: undated documents come last.
auto by_date(const std::vector<base::Date>& dates, const std::vector<std::uint32_t>& id_rank) {
  return [&](std::uint32_t a, std::uint32_t b) {
    return dates[a] != dates[b] ? dates[a] > dates[b] : id_rank[a] < id_rank[b];
  };
}

std::vector<std::uint32_t> order_by_date(const DocumentSet& documents,
                                         const std::vector<base::Date>& dates,
                                         const std::vector<std::uint32_t>& id_rank) {
  std::vector<std::uint32_t> order;
  // All documents once: pages of newest documents are cut from this order.
  order.reserve(documents.size());
  documents.for_each([&](std::uint32_t number) { order.push_back(number); });
  std::sort(order.begin(), order.end(), by_date(dates, id_rank));
  return order;
}

std::vector<ValueColumn> read_facets(const ReadableIndex& index, const DocumentSet& documents) {
  std::vector<ValueColumn> columns;
  columns.reserve(base::kFacets.size());
  for (const base::Facet facet : base::kFacets) {
    columns.emplace_back(index, index::slot_of(facet), info(facet).facet->is_tree, documents);
  }
  return columns;
}

// `numbers` without those that changed, and with `now`, ascending like them: the documents of a
// value in the next revision.
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

// A replaced document keeps its number: it is removed and added again.
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

// Like change_column(), of two arrays from one slot.
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

// The unchanged documents in the order of their ids.
std::vector<std::uint32_t> unchanged_by_rank(const Columns& before, const Changes& changes) {
  std::vector<std::uint32_t> by_rank(before.documents.size());
  before.documents.for_each(
      [&](std::uint32_t number) { by_rank[before.id_rank[number]] = number; });
  std::erase_if(by_rank, [&](std::uint32_t number) { return changes.contains(number); });
  return by_rank;
}

// The ranks of the next revision. The ids of unchanged documents are not in memory: each new id
// finds its place by bisection, which reads twenty of them from the index for a million documents.
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

// The order by date of the next revision: unchanged documents keep their order, so that sorting the
// changed ones and merging is enough.
std::vector<std::uint32_t> change_order(const Columns& before, const Changes& changes,
                                        const Columns& now) {
  const auto comes_first = by_date(now.dates, now.id_rank);
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

void WordLengths::set_means(std::uint64_t documents) {
  const auto number = static_cast<double>(std::max<std::uint64_t>(documents, 1));
  mean_title = static_cast<float>(std::accumulate(title.begin(), title.end(), 0.0) / number);
  mean_whole = static_cast<float>(std::accumulate(whole.begin(), whole.end(), 0.0) / number);
}

ValueColumn::ValueColumn(const ReadableIndex& index, index::Slot slot, bool is_hierarchical,
                         const DocumentSet& documents)
    : offsets_{0, 0}, without_(documents) {
  const std::uint32_t last = index.get_lastdocid();
  combination_of_.resize(std::size_t{last} + 1, kNoValues);
  for_each_value(index, slot, [&](std::uint32_t document, const std::string& value) {
    combination_of_[document] = combine(value, is_hierarchical);
  });
  sort_values();
  invert(last);
}

// Renumbers the values in their order and drops those that no document has.
void ValueColumn::sort_values() {
  std::vector<std::uint32_t> order;
  for (std::uint32_t ordinal = 0; ordinal < values_.size(); ++ordinal) {
    if (holders_.empty() || holders_[ordinal]->size() > 0) order.push_back(ordinal);
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return values_[a] < values_[b]; });
  std::vector<std::uint32_t> now(values_.size(), kAbsent);
  std::vector<std::string> values;
  std::vector<std::shared_ptr<const DocumentList>> holders;
  for (const std::uint32_t ordinal : order) {
    now[ordinal] = static_cast<std::uint32_t>(values.size());
    ordinal_of_[values_[ordinal]] = now[ordinal];
    values.push_back(std::move(values_[ordinal]));
    if (!holders_.empty()) holders.push_back(std::move(holders_[ordinal]));
  }
  std::erase_if(ordinal_of_, [&](const auto& entry) {
    return entry.second >= values.size() || values[entry.second] != entry.first;
  });
  values_ = std::move(values);
  holders_ = std::move(holders);
  renumber(now);
}

// Gives the combinations their new ordinals. One with a value that has no ordinal in `now` is
// dropped: no document has it.
void ValueColumn::renumber(const std::vector<std::uint32_t>& now) {
  std::vector<std::uint32_t> moved(combinations(), kNoValues);
  std::vector<std::uint32_t> offsets = {0, 0};
  std::vector<std::uint32_t> ordinals;
  for (std::uint32_t combination = 1; combination < combinations(); ++combination) {
    const auto values = values_in(combination);
    // Its values were dropped, so that no document has this combination.
    if (std::any_of(values.begin(), values.end(), [&](auto i) { return now[i] == kAbsent; }))
      continue;
    for (const std::uint32_t ordinal : values) ordinals.push_back(now[ordinal]);
    moved[combination] = static_cast<std::uint32_t>(offsets.size() - 1);
    offsets.push_back(static_cast<std::uint32_t>(ordinals.size()));
  }
  offsets_ = std::move(offsets);
  ordinals_ = std::move(ordinals);
  for (std::uint32_t& combination : combination_of_) combination = moved[combination];
  for (auto& [values, combination] : combination_by_values_) combination = moved[combination];
  std::erase_if(combination_by_values_, [](const auto& one) { return one.second == kNoValues; });
}

// Makes the list of documents of each value; `without_` has all documents at first.
void ValueColumn::invert(std::uint32_t last) {
  std::vector<std::vector<std::uint32_t>> numbers(values_.size());
  // Documents with a value, to take from all.
  DocumentSet with = without_.empty_like();
  for (std::uint32_t document = 1; document <= last; ++document) {
    for (const std::uint32_t ordinal : of(document)) numbers[ordinal].push_back(document);
    if (!of(document).empty()) with.add(document);
  }
  without_ -= with;
  holders_.reserve(values_.size());
  for (const auto& holders : numbers) {
    holders_.push_back(std::make_shared<const DocumentList>(holders, last));
    count_cost_ += holders_.back()->count_cost();
  }
}

std::vector<std::uint64_t> ValueColumn::count_in(const DocumentSet& set, std::uint64_t size) const {
  // Nanoseconds, like DocumentList::count_cost(): a document of the set costs up to 3 (SCALE.md).
  constexpr std::uint64_t kCostOfDocument = 3;
  std::vector<std::uint64_t> counts(values_.size());
  if (size * kCostOfDocument >= count_cost_) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = holders_[i]->count_in(set);
  } else if (size < combinations() / 4) {
    set.for_each([&](std::uint32_t document) {
      for (const std::uint32_t ordinal : of(document)) ++counts[ordinal];
    });
  } else {
    // A large set has few combinations: each is counted once and added to all of its values.
    std::vector<std::uint32_t> documents(combinations());
    set.for_each([&](std::uint32_t document) { ++documents[combination_of_[document]]; });
    for (std::uint32_t i = 0; i < combinations(); ++i) {
      // Most combinations, when the set is narrowed to one source or theme.
      if (documents[i] == 0) continue;
      for (const std::uint32_t ordinal : values_in(i)) counts[ordinal] += documents[i];
    }
  }
  return counts;
}

std::vector<std::uint64_t> ValueColumn::count_all() const {
  std::vector<std::uint64_t> counts;
  for (const auto& holders : holders_) counts.push_back(holders->size());
  return counts;
}

std::uint32_t ValueColumn::find(const std::string& value) const {
  const auto found = ordinal_of_.find(value);
  return found == ordinal_of_.end() ? kAbsent : found->second;
}

std::uint32_t ValueColumn::intern(std::string_view value) {
  const auto [entry, is_new] =
      ordinal_of_.try_emplace(std::string(value), static_cast<std::uint32_t>(values_.size()));
  if (is_new) values_.emplace_back(value);
  return entry->second;
}

// The combination of a slot's value, a new one when no document had it before. The value is the key
// as it is stored, so that it is split once for all documents that have it.
std::uint32_t ValueColumn::combine(std::string_view joined, bool is_hierarchical) {
  if (joined.empty()) return kNoValues;
  const auto [entry, is_new] =
      combination_by_values_.try_emplace(std::string(joined), combinations());
  if (is_new) {
    add_values(joined, is_hierarchical);
    offsets_.push_back(static_cast<std::uint32_t>(ordinals_.size()));
  }
  return entry->second;
}

void ValueColumn::add_values(std::string_view joined, bool is_hierarchical) {
  const auto first = static_cast<std::ptrdiff_t>(ordinals_.size());
  // `Industrie/PME` and `Industrie/Pôles` have one ancestor.
  const auto add_once = [&](std::string_view value) {
    const std::uint32_t ordinal = intern(value);
    if (std::find(ordinals_.begin() + first, ordinals_.end(), ordinal) == ordinals_.end()) {
      ordinals_.push_back(ordinal);
    }
  };
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(index::kValueSeparator), joined.size());
    const std::string_view value = joined.substr(0, end);
    if (is_hierarchical) {
      // From the second byte: a value may begin with a slash, which names no ancestor.
      for (auto slash = value.find('/', 1); slash != std::string_view::npos;
           slash = value.find('/', slash + 1)) {
        add_once(value.substr(0, slash));
      }
    }
    add_once(value);
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
}

Columns::Columns(const ReadableIndex& index)
    : last(index.get_lastdocid()),
      documents(read_documents(index, last)),
      facets(read_facets(index, documents)),
      dates(read_column(index, index::kDateSlot, date_from)),
      first_indexed(read_column(index, index::kFirstIndexedSlot, seconds_from_value)),
      lengths(read_lengths(index, documents)),
      id_rank(rank_ids(index, last)),
      newest(order_by_date(documents, dates, id_rank)),
      texts(index),
      labels(index.labels()) {}

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

// Brings the lists of documents up to date: those of the values that a changed document has or had.
// The others are shared with the revision before.
void ValueColumn::change_holders(const ValueColumn& before, const Changes& changes) {
  // By ordinal, the changed documents that have the value now: none for a value they only had.
  std::map<std::uint32_t, std::vector<std::uint32_t>> now;
  for (const std::uint32_t number : changes.numbers()) {
    if (number < before.combination_of_.size()) {
      for (const std::uint32_t ordinal : before.of(number)) now[ordinal];
    }
    for (const std::uint32_t ordinal : of(number)) now[ordinal].push_back(number);
  }
  // False when a value is new, or one has lost its last document: ordinals must change.
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
      dates(change_column(before.dates, changes, index::kDateSlot, date_from)),
      first_indexed(change_column(before.first_indexed, changes, index::kFirstIndexedSlot,
                                  seconds_from_value)),
      lengths(change_lengths(before.lengths, changes, documents)),
      id_rank(change_ranks(before, changes)),
      newest(change_order(before, changes, *this)),
      texts(before.texts, changes),
      labels(changes.index().labels()) {}

}  // namespace pressoir::store
