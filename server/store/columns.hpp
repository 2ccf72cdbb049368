// The value slots of an index, read once into memory: what filters, counts and orders by date need,
// by document number. Does not change once loaded: any number of threads may read it.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/fields.hpp"
#include "indexer/index/readable_index.hpp"
#include "indexer/index/schema.hpp"
#include "server/store/changes.hpp"
#include "server/store/document_set.hpp"
#include "server/store/text_groups.hpp"

namespace pressoir::store {

// One facet, both ways: each document's values as ordinals into a list of distinct values, and the
// documents of each value. Documents with the same values share one combination of them: they are
// far fewer.
class ValueColumn {
 public:
  // `documents`: all that exist.
  ValueColumn(const index::ReadableIndex& index, index::Slot slot, bool is_hierarchical,
              const DocumentSet& documents);

  // The column `before` at a later state.
  ValueColumn(const ValueColumn& before, const Changes& changes, unsigned slot,
              bool is_hierarchical);

  // The distinct values, sorted; an ordinal is an index into them.
  const std::vector<std::string>& values() const { return values_; }

  // The ordinals of a document's values; of a hierarchical facet also those of all their ancestors,
  // each once.
  std::span<const std::uint32_t> of(std::uint32_t document) const {
    return values_in(combination_of_[document]);
  }

  // The ordinal of a value, kAbsent when no document has it.
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;
  std::uint32_t find(const std::string& value) const;

  const DocumentList& documents_of(std::uint32_t ordinal) const { return *holders_[ordinal]; }
  const DocumentSet& without() const { return without_; }  // documents that have no value

  // How many documents of `set`, which has `size`, have each value, by ordinal. Walks the
  // documents, the combinations or the values, whichever is least.
  std::vector<std::uint64_t> count_in(const DocumentSet& set, std::uint64_t size) const;
  std::vector<std::uint64_t> count_all() const;  // the same of all documents

 private:
  static constexpr std::uint32_t kNoValues = 0;  // the combination of the documents without a value
  std::uint32_t combinations() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  std::span<const std::uint32_t> values_in(std::uint32_t combination) const {
    return {ordinals_.data() + offsets_[combination], ordinals_.data() + offsets_[combination + 1]};
  }
  std::uint32_t intern(std::string_view value);
  std::uint32_t combine(std::string_view joined, bool is_hierarchical);
  void add_values(std::string_view joined, bool is_hierarchical);
  void invert(std::uint32_t last);
  void sort_values();
  void renumber(const std::vector<std::uint32_t>& now);
  void change_holders(const ValueColumn& before, const Changes& changes);

  std::vector<std::string> values_;
  std::unordered_map<std::string, std::uint32_t> ordinal_of_;
  std::vector<std::uint32_t> combination_of_;  // by document
  // The ordinals of combination i are those from offsets_[i] to offsets_[i + 1].
  std::vector<std::uint32_t> offsets_;
  std::vector<std::uint32_t> ordinals_;
  std::unordered_map<std::string, std::uint32_t> combination_by_values_;  // as the slot has them
  std::vector<std::shared_ptr<const DocumentList>> holders_;              // by ordinal
  DocumentSet without_;
  std::uint64_t count_cost_ = 0;  // of all holders
};

// The numbers of words, for every number of a block of DocumentSet; 0 where there is no document.
struct WordLengths {
  // The means are those of the words divided by the number of `documents`.
  void set_means(std::uint64_t documents);

  std::vector<float> title;
  std::vector<float> whole;  // title and text
  float mean_title = 0;      // 0 when there are no documents
  float mean_whole = 0;
};

// A part that is added here is to be kept up to date in the constructor of a later state too, and
// compared in snapshot_test.cpp.
struct Columns {
  // Throws what Xapian throws, Xapian::DatabaseCorruptError when two documents have one id: shards
  // that overlap would count it twice.
  explicit Columns(const index::ReadableIndex& index);
  Columns(const Columns& before, const Changes& changes);  // at a later state

  const ValueColumn& facet(base::Facet facet) const {
    return facets[static_cast<std::size_t>(facet)];
  }

  std::uint32_t last;               // the highest document number
  DocumentSet documents;            // those that exist
  std::vector<ValueColumn> facets;  // indexed by Facet
  std::vector<base::Date> dates;
  std::vector<std::uint32_t> first_indexed;  // seconds since 1970, up to 2106; 0: unknown
  WordLengths lengths;
  // Rank of the document's id among all ids: the last tie-break.
  std::vector<std::uint32_t> id_rank;
  std::vector<std::uint32_t> newest;  // all documents by date, the latest first; ties by id
  TextGroups texts;                   // documents with the same text
  std::unordered_map<std::string, std::string> labels;  // of ministers and governments, by id
};

}  // namespace pressoir::store
