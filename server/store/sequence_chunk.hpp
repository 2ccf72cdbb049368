// The words of up to kDocuments neighbouring documents in their order, two bytes a word: what
// phrases, PROCHE and proximity search in. Two revisions share the chunks of which no document
// changed.
//
// Words are ids, numbered by WordTable in the order in which they are met, so that nearly all
// frequent words have small ids. Filled by one thread, a document after the other; after finish()
// any number of threads may read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace pressoir::store {

using Positions = std::vector<std::uint32_t>;  // ascending, each once; counted as in schema.hpp

// Ids below this one take two bytes in a sequence; the others (rare words) take two and an entry of
// eight in a list.
inline constexpr std::uint32_t kFrequentWords = 0xFFFF;
// The ids that match one word of a query: those of all its spellings or of all its inflections.
// Made once a query; read-only afterwards.
class WordIds {
 public:
  // Each id once.
  void add(std::uint32_t id);
  // Linear in the number of ids, of which a word has a handful.
  bool contains(std::uint32_t id) const;
  // The smallest id; nothing when there are none.
  std::optional<std::uint32_t> least() const;

 private:
  friend class SequenceChunk;

  std::vector<std::uint16_t> frequent_;
  std::vector<std::uint32_t> rare_;
  // The tokens of the ids: the frequent ids, and kRare when there are rare ones.
  std::vector<std::uint16_t> tokens_;  // that stand for one of them, or may
};

// Collects the words of one document. Used by one thread at a time, again and again after clear().
class WordSequence {
 public:
  // In the order of index::WordStreamReader: positions ascend, except that a further word (the
  // joined form of a compound) may follow at the position of an earlier one.
  void add(std::uint32_t position, std::uint32_t id);
  void clear();

  // The token of a word whose id does not fit; its id is in the list of rare words.
  static constexpr std::uint16_t kRare = kFrequentWords;

 private:
  friend class SequenceChunk;

  // Tokens at consecutive positions. A document has a run for the title, one for the text and one
  // for each theme label.
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

// `place` is the number of a document in the chunk, from 0, less than size(); this is not checked.
class SequenceChunk {
 public:
  static constexpr std::uint32_t kDocuments = 1024;

  SequenceChunk() : offsets_(1) {}

  // Appends a document with these words, or with none.
  void append(const WordSequence& sequence);
  // Appends a document without words, or a number without a document.
  void append_empty() { offsets_.push_back(offsets_.back()); }
  // Appends the document of `other` at `place`: a copy of its bytes.
  void append(const SequenceChunk& other, std::uint32_t place);
  // To be called when all documents are appended, before any is read: adds what find() reads after
  // the last token.
  void finish();

  // The number of documents.
  std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }

  // Prefetches a document that is to be read soon, or about its first `tokens` tokens.
  void prefetch(std::uint32_t place, std::size_t tokens) const;

  // Sets `positions` to those of the words up to the position `last`, ascending, each once.
  // Compares 64 tokens at a time: 80 ns for a document of 585 words that was prefetched.
  void find(std::uint32_t place, const WordIds& ids, std::uint32_t last,
            Positions& positions) const;

  // Sets `positions` to those where the words follow each other, `words` being two at least: all of
  // them, or the first. False, with no positions, when one of the words occurs as a second word of
  // some position, where only find() looks: the caller then intersects the positions of the words.
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

  // Calls `visit(first, second)` for adjacent words, with repeats, in no order.
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

  // The words of a document up to a position, with repeats, in no order: those of the title, when
  // `position` is index::kTextPosition.
  std::vector<std::uint32_t> ids_until(std::uint32_t place, std::uint32_t position) const;

  // All words of a document except joined compounds, whose parts are among them.
  std::vector<std::uint32_t> simple_ids_of(std::uint32_t place) const;

 private:
  using Run = WordSequence::Run;
  using Place = WordSequence::Place;
  static constexpr std::uint16_t kRare = WordSequence::kRare;

  // Reads one document: how many runs, rare words and neighbours it has (4 bytes each), then these
  // (8 bytes each), then the tokens (2 bytes each). Adjacent in memory, so that the processor
  // fetches them ahead. A document without words has no bytes at all.
  class Record {
   public:
    Record(const std::uint16_t* begin, const std::uint16_t* end) : begin_(begin), end_(end) {}

    // The counts; runs, rare words and neighbours are numbered from 0.
    std::uint32_t runs() const { return count(0); }
    std::uint32_t rares() const { return count(1); }
    std::uint32_t neighbours() const { return count(2); }
    Run run(std::uint32_t i) const { return pair<Run>(i); }
    Place rare(std::uint32_t i) const { return pair<Place>(runs() + i); }
    Place neighbour(std::uint32_t i) const { return pair<Place>(runs() + rares() + i); }
    std::span<const std::uint16_t> tokens() const;
    // The id of the word at this position, whose token is kRare.
    std::uint32_t rare_at(std::uint32_t position) const;
    // Where the tokens of a run end.
    std::size_t run_end(std::uint32_t i) const {
      return i + 1 < runs() ? run(i + 1).begin : tokens().size();
    }
    // The id of the token at this position; nothing when there is none.
    std::optional<std::uint32_t> id_at(std::uint32_t position) const;
    // How many tokens have positions up to this one.
    std::size_t tokens_until(std::uint32_t position) const;

   private:
    static constexpr std::size_t kNumber = 2;  // 16-bit units of a number
    static constexpr std::size_t kHeader = 3 * kNumber;
    friend class SequenceChunk;

    std::uint32_t number(std::size_t unit) const {
      return begin_[unit] | std::uint32_t{begin_[unit + 1]} << 16;
    }
    std::uint32_t count(std::size_t i) const { return begin_ == end_ ? 0 : number(i * kNumber); }
    // All three kinds of entries are two numbers.
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
  // The adjacent words of which at least one is a neighbour.
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
