#include "server/search/columns.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::search {
namespace {

DocumentSet read_documents(const Xapian::Database& database, std::uint32_t last) {
  DocumentSet documents(last);
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    documents.add(*posting);
  }
  return documents;
}

std::vector<base::Date> read_dates(const Xapian::Database& database, std::uint32_t last) {
  std::vector<base::Date> dates(std::size_t{last} + 1);
  for (auto value = database.valuestream_begin(index::kDateSlot);
       value != database.valuestream_end(index::kDateSlot); ++value) {
    dates[value.get_docid()] = index::date_from_value(*value);
  }
  return dates;
}

std::vector<index::WordCounts> read_lengths(const Xapian::Database& database, std::uint32_t last) {
  std::vector<index::WordCounts> lengths(std::size_t{last} + 1);
  for (auto value = database.valuestream_begin(index::kLengthSlot);
       value != database.valuestream_end(index::kLengthSlot); ++value) {
    lengths[value.get_docid()] = index::word_counts_from_value(*value);
  }
  return lengths;
}

std::vector<std::uint32_t> rank_ids(const Xapian::Database& database, std::uint32_t last) {
  std::vector<std::pair<std::string, std::uint32_t>> ids;
  for (auto value = database.valuestream_begin(index::kIdSlot);
       value != database.valuestream_end(index::kIdSlot); ++value) {
    ids.emplace_back(*value, value.get_docid());
  }
  std::sort(ids.begin(), ids.end());
  std::vector<std::uint32_t> ranks(std::size_t{last} + 1);
  for (std::uint32_t rank = 0; rank < ids.size(); ++rank) ranks[ids[rank].second] = rank;
  return ranks;
}

std::unordered_map<std::string, std::string> read_labels(const Xapian::Database& database) {
  std::unordered_map<std::string, std::string> labels;
  const std::string prefix(index::kLabelPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    labels.emplace((*key).substr(prefix.size()), database.get_metadata(*key));
  }
  return labels;
}

std::vector<ValueColumn> read_facets(const Xapian::Database& database) {
  constexpr std::array<index::Slot, kFacetCount> kSlots = {
      index::kMinisterSlot, index::kThemeSlot,      index::kTypeSlot,
      index::kSourceSlot,   index::kGovernmentSlot, index::kLineageSlot};
  std::vector<ValueColumn> columns;
  for (const Facet facet : kFacets) {
    columns.emplace_back(database, kSlots[static_cast<std::size_t>(facet)], facet == Facet::kTheme);
  }
  return columns;
}

}  // namespace

ValueColumn::ValueColumn(const Xapian::Database& database, unsigned slot, bool is_hierarchical) {
  const std::size_t documents = std::size_t{database.get_lastdocid()} + 1;
  offsets_.reserve(documents + 1);
  offsets_.push_back(0);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    // Documents without a value end where the one before ends.
    offsets_.resize(std::size_t{value.get_docid()} + 1,
                    static_cast<std::uint32_t>(ordinals_.size()));
    add_values(*value, is_hierarchical);
    offsets_.push_back(static_cast<std::uint32_t>(ordinals_.size()));
  }
  offsets_.resize(documents + 1, static_cast<std::uint32_t>(ordinals_.size()));
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

void ValueColumn::add_values(std::string_view joined, bool is_hierarchical) {
  const auto first = static_cast<std::ptrdiff_t>(ordinals_.size());
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
      for (auto slash = value.find('/', 1); slash != std::string_view::npos;
           slash = value.find('/', slash + 1)) {
        add_once(value.substr(0, slash));
      }
    }
    add_once(value);
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
}

Columns::Columns(const Xapian::Database& database)
    : last(database.get_lastdocid()),
      documents(read_documents(database, last)),
      facets(read_facets(database)),
      dates(read_dates(database, last)),
      lengths(read_lengths(database, last)),
      id_rank(rank_ids(database, last)),
      labels(read_labels(database)) {
  const auto size = static_cast<double>(std::max<std::uint64_t>(documents.size(), 1));
  for (const index::WordCounts& length : lengths) {
    mean_lengths.title += length.title / size;
    mean_lengths.whole += length.whole / size;
  }
}

}  // namespace pressoir::search
