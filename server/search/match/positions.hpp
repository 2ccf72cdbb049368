// Where a part of a query stands in a document.
#pragma once

#include <cstdint>
#include <vector>

#include "server/query/query.hpp"
#include "server/store/word_sequences.hpp"

namespace pressoir::search::match {

// A leaf of a query, looked up once for all documents. Used by one thread at a time; `sequences`
// must outlive it.
class LeafFinder {
 public:
  // A phrase stands where its words, folded, stand one behind the other; any other leaf where its
  // first word stands in any of its forms.
  LeafFinder(const store::WordSequences& sequences, const query::Query& leaf);
  LeafFinder(const store::WordSequences& sequences, const store::QueryWord& word);

  // How many words long what stands there is.
  std::uint32_t words() const { return static_cast<std::uint32_t>(ids_.size()); }

  // Where it begins; the reference lives until the next call.
  const store::Positions& find(std::uint32_t document);

  // True when it stands there; reads up to the first place only.
  bool is_in(std::uint32_t document);

  // As find(), of one word, up to the position `last`.
  const store::Positions& find_until(std::uint32_t document, std::uint32_t last);

 private:
  void find(std::uint32_t document, store::SequenceChunk::Places places);
  void find_one_by_one(std::uint32_t document);

  const store::WordSequences& sequences_;
  std::vector<store::WordSequences::Ids> ids_;  // of each word
  bool in_title_ = false;
  store::Positions starts_;
  store::Positions next_;
};

}  // namespace pressoir::search::match
