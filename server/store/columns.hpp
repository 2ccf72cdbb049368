// The value slots of an index, read once into arrays by document number: what filters, facets,
// histograms and orders by date need. A few bytes a document for each.
//
// Does not change once loaded: any number of threads may read it. Numbers that no document has
// contain zeros; whether a document exists is in Columns::documents.
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

// One facet, both ways: the values of each document, as ordinals into a list of distinct values,
// and the documents of each value. Documents with the same values share one combination of
// ordinals: an archive has far fewer combinations than documents.
class ValueColumn {
 public:
  // `documents` are all that exist; `is_hierarchical` when a value `a/b` also counts as `a`.
  ValueColumn(const index::ReadableIndex& index, index::Slot slot, bool is_hierarchical,
              const DocumentSet& documents);

  // The column of the revision after `before`. Values that no document has any more are dropped, so
  // that ordinals may change.
  ValueColumn(const ValueColumn& before, const Changes& changes, unsigned slot,
              bool is_hierarchical);

  // The distinct values, sorted by bytes; an ordinal is an index into them.
  const std::vector<std::string>& values() const { return values_; }

  // The ordinals of a document's values, each once; of a hierarchical facet also those of all their
  // ancestors. Empty without values.
  std::span<const std::uint32_t> of(std::uint32_t document) const {
    return values_in(combination_of_[document]);
  }

  // The ordinal of a value; kAbsent when no document has it.
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;
  // The ordinal of a value, kAbsent when no document has it.
  std::uint32_t find(const std::string& value) const;

  // The documents of a value, and those without any: what filters combine.
  const DocumentList& documents_of(std::uint32_t ordinal) const { return *holders_[ordinal]; }
  const DocumentSet& without() const { return without_; }  // documents that have no value

  // How many documents of `set`, which has `size`, have each value, by ordinal. Chooses what is
  // cheapest: to walk the documents, their combinations or the lists of the values.
  std::vector<std::uint64_t> count_in(const DocumentSet& set, std::uint64_t size) const;
  // The same for all documents, without counting.
  std::vector<std::uint64_t> count_all() const;  // the same of all documents

 private:
  // The combination of documents without values: it is the first one and empty.
  static constexpr std::uint32_t kNoValues = 0;  // the combination of the documents without a value
  std::uint32_t combinations() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  std::span<const std::uint32_t> values_in(std::uint32_t combination) const {
    return {ordinals_.data() + offsets_[combination], ordinals_.data() + offsets_[combination + 1]};
  }
  // The ordinal of a value, a new one when it was not known.
  std::uint32_t intern(std::string_view value);
  std::uint32_t combine(std::string_view joined, bool is_hierarchical);
  // Appends the ordinals of a slot's values and of their ancestors to ordinals_.
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
  // By ordinal; shared with other revisions.
  std::vector<std::shared_ptr<const DocumentList>> holders_;  // by ordinal
  DocumentSet without_;
  std::uint64_t count_cost_ = 0;  // of all holders
};

// The lengths of documents for BM25, in words; 0 where there is no document. The arrays are as long
// as the blocks of a DocumentSet, so that the ranker needs no check at the end.
struct WordLengths {
  // Sets the means: the sums divided by the number of `documents`.
  void set_means(std::uint64_t documents);

  std::vector<float> title;
  std::vector<float> whole;  // title and text
  float mean_title = 0;      // 0 when there are no documents
  float mean_whole = 0;
};

// All columns of one revision. A member that is added here must also be brought up to date by the
// second constructor, and compared in tests/unit/search/loaded_revision_test.cpp.
struct Columns {
  // Reads everything. Throws what Xapian throws, and Xapian::DatabaseCorruptError when two
  // documents have one id: overlapping shards would count it twice.
  explicit Columns(const index::ReadableIndex& index);
  // The columns of the revision after `before`: arrays are copied, which takes some ten
  // milliseconds for a million documents, and changed in place. Equal to what reading everything
  // would give.
  Columns(const Columns& before, const Changes& changes);  // at a later state

  // The column of a facet; there is one for each.
  const ValueColumn& facet(base::Facet facet) const {
    return facets[static_cast<std::size_t>(facet)];
  }

  std::uint32_t last;               // the highest document number
  DocumentSet documents;            // those that exist
  std::vector<ValueColumn> facets;  // indexed by Facet
  // By document; no date for undated ones. Partial dates as they are.
  std::vector<base::Date> dates;
  std::vector<std::uint32_t> first_indexed;  // seconds since 1970, up to 2106; 0: unknown
  WordLengths lengths;
  // The rank of the document's id among all ids: the last tie-break of every order, which makes
  // results reproducible whatever the document numbers.
  std::vector<std::uint32_t> id_rank;
  std::vector<std::uint32_t> newest;  // all documents by date, the latest first; ties by id
  TextGroups texts;                   // documents with the same text
  std::unordered_map<std::string, std::string> labels;  // of ministers and governments, by id
};

}  // namespace pressoir::store
