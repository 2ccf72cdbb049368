// The documents that differ between two revisions of an archive, as the later one has them: each
// part of a snapshot has a constructor that takes the part before and these, and reads nothing
// else.
//
// Does not change once made. Used by one thread at a time.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index/change_log.hpp"
#include "indexer/index/readable_index.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/store/posting_chunk.hpp"

namespace pressoir::store {

class Changes {
 public:
  // A document that was added or replaced.
  struct Document {
    std::uint32_t number;
    Xapian::Document stored;
  };
  // Ordered, so that lists with a prefix are adjacent.
  using Terms = std::map<std::string, std::vector<Posting>, std::less<>>;

  // Reads the terms of all these documents and computes their folded forms and lemmas. `index` is
  // at the later revision and must outlive this; `numbers`, ascending, may include documents that
  // no longer exist. Throws what Xapian throws.
  Changes(const index::ReadableIndex& index, index::DocumentNumbers numbers);

  // The index at the later revision.
  const index::ReadableIndex& index() const { return index_; }
  std::uint32_t last() const { return last_; }  // the highest document number

  // All that were added, replaced or removed, ascending.
  const index::DocumentNumbers& numbers() const { return numbers_; }
  // True when the document was added, replaced or removed.
  bool contains(std::uint32_t document) const;
  // True when one of the `count` numbers from `first` on changed: whether a chunk can be shared.
  bool touch(std::uint32_t first, std::uint32_t count) const;

  // Those of them that exist now, ascending.
  const std::vector<Document>& documents() const { return documents_; }

  // The postings of the existing documents, by the name of the posting list (spellings.hpp): terms
  // and folded forms. Ascending.
  const Terms& terms() const { return terms_; }
  // The part of terms() that begins with `prefix`.
  std::pair<Terms::const_iterator, Terms::const_iterator> terms(std::string_view prefix) const;
  // The postings of one list; none when no changed document contains it.
  std::span<const Posting> postings(const std::string& term) const;

  // The names of the lists of the forms of all words of the existing documents.
  const std::set<std::string>& forms() const { return forms_; }
  // True when one of their words may be in the selection.
  bool may_contain(std::string_view selection) const;
  // The postings of the union of the lists of these terms.
  std::vector<Posting> unite(std::span<const std::string> terms) const;

 private:
  // Adds the postings of an existing document to terms_.
  void read(std::uint32_t number, text::Analyzer& analyzer);

  const index::ReadableIndex& index_;
  std::uint32_t last_;
  index::DocumentNumbers numbers_;
  std::vector<Document> documents_;
  Terms terms_;
  std::set<std::string> forms_;
  std::set<std::string, std::less<>> items_;  // of selections that the words are in
};

}  // namespace pressoir::store
