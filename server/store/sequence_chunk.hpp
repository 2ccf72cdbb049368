// The words of up to kDocuments neighbouring documents in their order, two bytes each. Two states
// of an archive share the chunks of which no document changed.
//
// Filled by one thread, a document behind the other; then any number of threads may read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace pressoir::store {

using Positions = std::vector<std::uint32_t>;  // ascending, each once; schema.hpp says how counted

// The numbers of some words. Those below kFrequentWords, among which nearly all frequent words are,
// take two bytes in a sequence; others more.
inline constexpr std::uint32_t kFrequentWords = 0xFFFF;
class WordIds {
 public:
  void add(std::uint32_t id);
  bool contains(std::uint32_t id) const;
  // The least of them; nothing when there are none.
  std::optional<std::uint32_t> least() const;

 private:
  friend class SequenceChunk;

  std::vector<std::uint16_t> frequent_;
  std::vector<std::uint32_t> rare_;
  std::vector<std::uint16_t> tokens_;  // that stand for one of them, or may
};

// The words of one document, while they are collected. Used by one thread at a time.
class WordSequence {
 public:
  // In the order of index::WordStreamReader.
  void add(std::uint32_t position, std::uint32_t id);
  void clear();

  // Stands where a word is that is not frequent.
  static constexpr std::uint16_t kRare = kFrequentWords;

 private:
  friend class SequenceChunk;

  // Tokens that stand side by side.
  struct Run {
    std::uint32_t position;  // of the first
    std::uint32_t begin;     // of the document's tokens
  };
  struct Place {
    std::uint32_t position;
    std::uint32_t id;
  };

  std::vector<std::uint16_t> tokens_;
  std::vector<Run> runs_;
  std::vector<Place> rare_;        // for each token that is kRare
  std::vector<Place> neighbours_;  // words at the position of another
  std::uint32_t last_position_ = 0;
};

class SequenceChunk {
 public:
  static constexpr std::uint32_t kDocuments = 1024;

  SequenceChunk() : offsets_(1) {}

  // The next document has these words, or none.
  void append(const WordSequence& sequence);
  void append_empty() { offsets_.push_back(offsets_.back()); }
  // The next document is that of `other` at `place`.
  void append(const SequenceChunk& other, std::uint32_t place);
  // To be called when all documents are there, before any is read.
  void finish();

  // How many documents there are. The first is at place 0.
  std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }

  // Fetches a document, which is to be asked for soon, or its first tokens, about so many.
  void announce(std::uint32_t place, std::size_t tokens) const;

  // Where a document holds one of the words, up to the position `last`; the vector is reused.
  void find(std::uint32_t place, const WordIds& ids, std::uint32_t last,
            Positions& positions) const;

  // Where words stand one behind the other, `words` having two at least, all such places or the
  // first one; the vector is reused. False, and nothing found, when one of the words may stand
  // where only find() looks.
  enum class Places { kAll, kFirst };
  bool find_in_a_row(std::uint32_t place, std::span<const WordIds> words, Places places,
                     Positions& positions) const;

  // Calls `visit(id)` for the words of a document, with repeats, in no order.
  template <typename Visit>
  void for_each_id(std::uint32_t place, Visit visit) const {
    const Record record = at(place);
    for_each_simple_id(record, visit);
    for (std::uint32_t i = 0; i < record.neighbours(); ++i) visit(record.neighbour(i).id);
  }

  // Calls `visit(first, second)` for words of which one stands right behind the other, with
  // repeats, in no order.
  template <typename Visit>
  void for_each_pair(std::uint32_t place, Visit visit) const {
    const Record record = at(place);
    const auto tokens = record.tokens();
    std::uint32_t rares = 0;
    for (std::uint32_t i = 0; i < record.runs(); ++i) {
      std::uint32_t before = 0;
      const std::size_t begin = record.run(i).begin;
      const std::size_t end = record.run_end(i);
      for (std::size_t token = begin; token < end; ++token) {
        const std::uint32_t id = tokens[token] != kRare ? tokens[token] : record.rare(rares++).id;
        if (token != begin) visit(before, id);
        before = id;
      }
    }
    for (const auto& [first, second] : pairs_of_neighbours(record)) visit(first, second);
  }

  // The words of a document up to a position, with repeats, in no order.
  std::vector<std::uint32_t> ids_until(std::uint32_t place, std::uint32_t position) const;

  // All words of a document without joined compounds, whose parts are among them.
  std::vector<std::uint32_t> simple_ids_of(std::uint32_t place) const;

 private:
  using Run = WordSequence::Run;
  using Place = WordSequence::Place;
  static constexpr std::uint16_t kRare = WordSequence::kRare;

  // One document: how many runs, rare words and neighbours, then these, then the tokens. Side by
  // side, so that the memory fetches them ahead. A document without words has no bytes at all.
  class Record {
   public:
    Record(const std::uint16_t* begin, const std::uint16_t* end) : begin_(begin), end_(end) {}

    std::uint32_t runs() const { return count(0); }
    std::uint32_t rares() const { return count(1); }
    std::uint32_t neighbours() const { return count(2); }
    Run run(std::uint32_t i) const { return pair<Run>(i); }
    Place rare(std::uint32_t i) const { return pair<Place>(runs() + i); }
    Place neighbour(std::uint32_t i) const { return pair<Place>(runs() + rares() + i); }
    std::span<const std::uint16_t> tokens() const;
    // The word of the token that is kRare at this position.
    std::uint32_t rare_at(std::uint32_t position) const;
    std::size_t run_end(std::uint32_t i) const {
      return i + 1 < runs() ? run(i + 1).begin : tokens().size();
    }
    // The word of the token at this position.
    std::optional<std::uint32_t> id_at(std::uint32_t position) const;
    // How many tokens stand at most at this position.
    std::size_t tokens_until(std::uint32_t position) const;

   private:
    static constexpr std::size_t kNumber = 2;  // 16-bit units of a number
    static constexpr std::size_t kHeader = 3 * kNumber;
    friend class SequenceChunk;

    std::uint32_t number(std::size_t unit) const {
      return begin_[unit] | std::uint32_t{begin_[unit + 1]} << 16;
    }
    std::uint32_t count(std::size_t i) const { return begin_ == end_ ? 0 : number(i * kNumber); }
    template <typename Pair>
    Pair pair(std::size_t i) const {
      const std::size_t unit = kHeader + i * 2 * kNumber;
      return {number(unit), number(unit + kNumber)};
    }

    const std::uint16_t* begin_;
    const std::uint16_t* end_;
  };

  Record at(std::uint32_t place) const {
    return {data_.data() + offsets_[place], data_.data() + offsets_[place + 1]};
  }
  void append_number(std::uint32_t number);
  // Of which one at least stands at the position of another word.
  static std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of_neighbours(
      const Record& record);

  template <typename Visit>
  static void for_each_simple_id(const Record& record, Visit visit) {
    for (const std::uint16_t token : record.tokens()) {
      if (token != kRare) visit(std::uint32_t{token});
    }
    for (std::uint32_t i = 0; i < record.rares(); ++i) visit(record.rare(i).id);
  }

  std::vector<std::uint32_t> offsets_;  // where each document begins; one more than documents
  std::vector<std::uint16_t> data_;
};

}  // namespace pressoir::store
