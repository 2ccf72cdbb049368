// The words of every document in their order, in memory: what phrases, PROCHE, proximity and
// related documents read. Two bytes a word; 1.2 KB for a document of 600 words.
//
// Does not change once made: any number of threads may read it. Two revisions share the chunks and
// words that did not change.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/sequence_chunk.hpp"
#include "server/store/word_table.hpp"

namespace pressoir::store {

// A folded word and its document frequency.
struct WordCount {
  std::string_view folded;
  std::uint32_t documents;
};

class WordSequences {
 public:
  WordSequences() : words_(std::make_shared<const WordTable>()) {}

  // One pass over the word streams of the index: some 30 µs a document. Throws what Xapian throws,
  // and Xapian::DatabaseCorruptError when a stream is damaged.
  explicit WordSequences(const index::ReadableIndex& index);

  // The sequences of the revision after `before`. Throws like the constructor above.
  WordSequences(const WordSequences& before, const Changes& changes);

  // The ids that match a query's word in a document: those in its selection, or those of its folded
  // form. Empty when no document contains it.
  using Ids = WordIds;
  Ids in_any_form(const QueryWord& word) const;
  Ids as_folded(std::string_view folded) const;

  // SequenceChunk::prefetch. `document` must be a number of the archive, here and in find();
  // documents that do not exist have no words.
  static constexpr std::size_t kAllTokens = std::numeric_limits<std::size_t>::max() / 2;
  void prefetch(std::uint32_t document, std::size_t tokens = kAllTokens) const {
    chunks_[document / kChunk]->prefetch(document % kChunk, tokens);
  }

  // SequenceChunk::find.
  void find(std::uint32_t document, const Ids& ids, std::uint32_t last,
            Positions& positions) const {
    chunks_[document / kChunk]->find(document % kChunk, ids, last, positions);
  }

  // SequenceChunk::find_in_a_row.
  bool find_in_a_row(std::uint32_t document, std::span<const Ids> words,
                     SequenceChunk::Places places, Positions& positions) const {
    return chunks_[document / kChunk]->find_in_a_row(document % kChunk, words, places, positions);
  }

  // SequenceChunk::for_each_pair.
  template <typename Visit>
  void for_each_pair(std::uint32_t document, Visit visit) const {
    if (document / kChunk >= chunks_.size()) return;
    const SequenceChunk& chunk = *chunks_[document / kChunk];
    if (document % kChunk < chunk.size()) chunk.for_each_pair(document % kChunk, visit);
  }

  // By word, the number of its folded form, which several words may share. Of a revision that was
  // read whole only.
  std::vector<std::uint32_t> folded_forms() const;

  // The folded words of a document, sorted, each once. Views live as long as this.
  std::vector<std::string_view> folded_words(std::uint32_t document) const;

  // All folded words, sorted, of a revision that was read whole. Views live as long as this.
  std::vector<WordCount> count_words() const;

  // The number of distinct words of all documents: their ids are 0 to words() - 1. Two may have one
  // folded form.
  std::uint32_t words() const { return words_->size() + added_.size(); }
  std::string_view folded(std::uint32_t word) const;

  // The ids of the words of a document's title, with repeats.
  std::vector<std::uint32_t> title_words(std::uint32_t document) const;

  // The ids of the words of a document, with repeats, without joined compounds, whose parts are
  // there.
  std::vector<std::uint32_t> words_of(std::uint32_t document) const;

 private:
  static constexpr std::uint32_t kChunk = SequenceChunk::kDocuments;

  class Filler;
  class Chunks;
  // Chunks by document number up to `end`, from those of the documents `numbers` in the order in
  // which they were read.
  static std::vector<std::shared_ptr<const SequenceChunk>> put_in_order(
      const std::vector<std::shared_ptr<const SequenceChunk>>& read,
      const std::vector<std::uint32_t>& numbers, std::size_t end);

  // Words are numbered in the order in which they are met, those of `added_` after those of
  // `words_`.
  std::shared_ptr<const WordTable> words_;
  WordTable added_;  // since all documents were read
  // Chunk i is of the documents from i * kChunk on.
  std::vector<std::shared_ptr<const SequenceChunk>> chunks_;
};

}  // namespace pressoir::store
