// The words of up to kDocuments neighbouring documents in their order, two bytes each. Two states
// of an archive share the chunks of which no document changed.
//
// Filled by one thread, a document behind the other; then any number of threads may read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pressoir::search {

using Positions = std::vector<std::uint32_t>;  // ascending, each once; schema.hpp says how counted

// The numbers of some words. Those below kFrequentWords, among which nearly all frequent words are,
// take two bytes in a sequence; others more.
inline constexpr std::uint32_t kFrequentWords = 0xFFFF;
struct WordIds {
  std::vector<std::uint16_t> frequent;
  std::vector<std::uint32_t> rare;

  void add(std::uint32_t id) {
    if (id < kFrequentWords) {
      frequent.push_back(static_cast<std::uint16_t>(id));
    } else {
      rare.push_back(id);
    }
  }
};

class SequenceChunk {
 public:
  static constexpr std::uint32_t kDocuments = 1024;

  SequenceChunk() : offsets_(1) {}

  // A word of the next document, in the order of index::WordStreamReader.
  void add_token(std::uint32_t position, std::uint32_t id);
  // Ends the next document, which may have no words.
  void close_document();
  // The next document is that of `other` at `place`.
  void copy_document(const SequenceChunk& other, std::uint32_t place);

  // How many documents were closed. The first is at place 0.
  std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  void shrink_to_fit();

  // Fetches what find() and find_in_a_row() read of a document, which is to be asked for soon.
  void announce(std::uint32_t place) const;

  // Where a document holds one of the words; the vector is reused.
  void find(std::uint32_t place, const WordIds& ids, Positions& positions) const;

  // Where words stand one behind the other, `words` having two at least; the vector is reused.
  // False, and nothing found, when one of the words may stand where only find() looks.
  bool find_in_a_row(std::uint32_t place, std::span<const WordIds> words,
                     Positions& positions) const;

  // Calls `visit(id)` for the words of a document, with repeats, in no order.
  template <typename Visit>
  void for_each_id(std::uint32_t place, Visit visit) const {
    const Offsets& begin = offsets_[place];
    const Offsets& end = offsets_[place + 1];
    for (std::uint32_t i = begin.tokens; i < end.tokens; ++i) {
      if (tokens_[i] != kRare) visit(std::uint32_t{tokens_[i]});
    }
    for (std::uint32_t i = begin.extras; i < end.extras; ++i) visit(extras_[i].id);
  }

  // The words of a document up to a position, with repeats, in no order.
  std::vector<std::uint32_t> ids_until(std::uint32_t place, std::uint32_t position) const;

  // All words of a document without joined compounds, whose parts are among them.
  std::vector<std::uint32_t> simple_ids_of(std::uint32_t place) const;

  std::size_t bytes() const;  // of memory, for figures

 private:
  bool has_extra_of(std::uint32_t place, std::span<const WordIds> words) const;

  // Stands where a word is that is not frequent, which is in extras_.
  static constexpr std::uint16_t kRare = kFrequentWords;

  // Tokens that stand side by side.
  struct Run {
    std::uint32_t position;  // of the first
    std::uint32_t begin;     // of the document's tokens
  };
  // A rare word, or one at the position of another.
  struct Extra {
    std::uint32_t position;
    std::uint32_t id;
  };
  struct Offsets {
    std::uint32_t tokens = 0;
    std::uint32_t runs = 0;
    std::uint32_t extras = 0;
    bool has_neighbours = false;  // of this document: words at the position of another
  };

  std::vector<Offsets> offsets_;  // where each document begins; one more than documents
  std::vector<std::uint16_t> tokens_;
  std::vector<Run> runs_;
  std::vector<Extra> extras_;
  std::uint32_t last_position_ = 0;  // of the document that is being added
};

}  // namespace pressoir::search
