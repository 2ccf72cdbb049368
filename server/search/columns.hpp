// The value slots of an index, read once into memory: what filters, counts and orders by date need,
// by document number. Does not change once loaded: any number of threads may read it.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/index/schema.hpp"
#include "server/search/document_set.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

// One facet: each document's values as ordinals into a list of distinct values.
class ValueColumn {
 public:
  ValueColumn(const Xapian::Database& database, unsigned slot, bool is_hierarchical);

  // The distinct values, in no particular order; an ordinal is an index into them.
  const std::vector<std::string>& values() const { return values_; }

  // The ordinals of a document's values; of a hierarchical facet also those of all their ancestors,
  // each once.
  std::span<const std::uint32_t> of(std::uint32_t document) const {
    return {ordinals_.data() + offsets_[document], ordinals_.data() + offsets_[document + 1]};
  }

  // The ordinal of a value, kAbsent when no document has it.
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;
  std::uint32_t find(const std::string& value) const;

 private:
  std::uint32_t intern(std::string_view value);
  void add_values(std::string_view joined, bool is_hierarchical);

  std::vector<std::string> values_;
  std::unordered_map<std::string, std::uint32_t> ordinal_of_;
  std::vector<std::uint32_t> offsets_;  // one more than documents
  std::vector<std::uint32_t> ordinals_;
};

struct Columns {
  explicit Columns(const Xapian::Database& database);

  const ValueColumn& facet(Facet facet) const { return facets[static_cast<std::size_t>(facet)]; }

  std::uint32_t last;               // the highest document number
  DocumentSet documents;            // those that exist
  std::vector<ValueColumn> facets;  // indexed by Facet
  std::vector<base::Date> dates;
  std::vector<index::WordCounts> lengths;
  struct {
    double title = 0;
    double whole = 0;
  } mean_lengths;  // words
  std::vector<std::uint32_t>
      id_rank;  // rank of the document's id among all ids: the last tie-break
  std::unordered_map<std::string, std::string> labels;  // of ministers and governments, by id
};

}  // namespace pressoir::search
