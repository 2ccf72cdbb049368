// The documents that differ between two states of an archive, as the later one has them: what the
// parts of a snapshot are brought up to date with, without reading the others again.
//
// Does not change once made. Used by one thread at a time.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
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
  struct Document {
    std::uint32_t number;
    Xapian::Document stored;
  };
  using Terms = std::map<std::string, std::vector<Posting>, std::less<>>;

  // `index` is at the later state and must outlive this; `numbers` may be of documents that no
  // longer exist. Throws what Xapian throws.
  Changes(const index::ReadableIndex& index, index::DocumentNumbers numbers);

  const index::ReadableIndex& index() const { return index_; }
  std::uint32_t last() const { return last_; }  // the highest document number

  // All that were added, replaced or removed, ascending.
  const index::DocumentNumbers& numbers() const { return numbers_; }
  bool contains(std::uint32_t document) const;
  // True when one of the `count` numbers from `first` on is among them.
  bool touch(std::uint32_t first, std::uint32_t count) const;

  // Those that exist, ascending.
  const std::vector<Document>& documents() const { return documents_; }

  // The posting lists of those that exist, by name (spellings.hpp): of terms, of folded forms and
  // of stems. The postings ascend.
  const Terms& terms() const { return terms_; }
  // The part of terms() that begins with `prefix`.
  std::pair<Terms::const_iterator, Terms::const_iterator> terms(std::string_view prefix) const;
  std::span<const Posting> postings(const std::string& term) const;

 private:
  void read(std::uint32_t number, text::Analyzer& analyzer);

  const index::ReadableIndex& index_;
  std::uint32_t last_;
  index::DocumentNumbers numbers_;
  std::vector<Document> documents_;
  Terms terms_;
};

}  // namespace pressoir::store
