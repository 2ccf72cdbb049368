// The positions at which a word or a phrase of a query occurs in a document, from the word
// sequences in memory. The title comes first: positions up to index::kTextPosition are those of its
// words.
#pragma once

#include <cstdint>
#include <vector>

#include "server/query/query.hpp"
#include "server/store/word_sequences.hpp"

namespace pressoir::search::match {

// A leaf of a query. Its words are looked up in the term dictionary once, then it is found in any
// number of documents. Used by one thread at a time; `sequences` must outlive
// it.
class LeafFinder {
 public:
  // A phrase occurs where its words, folded, follow each other without a gap; any other leaf where
  // its first word occurs in any of its forms. With Query::in_title only the title is searched.
  LeafFinder(const store::WordSequences& sequences, const query::Query& leaf);
  LeafFinder(const store::WordSequences& sequences, const store::QueryWord& word);

  // The length of an occurrence, in words.
  std::uint32_t words() const { return static_cast<std::uint32_t>(ids_.size()); }

  // The first positions of all occurrences, rising; the reference is valid until the next call.
  const store::Positions& find(std::uint32_t document);

  // True when the document contains it; reads up to the first occurrence only.
  bool is_in(std::uint32_t document);

  // As find(), for a leaf of one word, up to and including the position `last`.
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
