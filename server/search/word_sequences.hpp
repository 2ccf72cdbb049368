// The words of every document in their order, in memory: what phrases, NEAR and proximity read. Two
// bytes a word; 1.2 KB for a document of 600 words.
//
// Does not change once made: any number of threads may read it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/search/query.hpp"

namespace pressoir::search {

using Positions = std::vector<std::uint32_t>;  // ascending, each once; schema.hpp says how counted

class WordSequences {
 public:
  WordSequences() = default;

  // One pass over the word streams of the index: some 10 µs a document. Throws what Xapian throws,
  // Xapian::DatabaseCorruptError when a stream is damaged.
  explicit WordSequences(const Xapian::Database& database);

  // What a query's word may be in a document.
  struct Ids {
    std::vector<std::uint16_t> frequent;
    std::vector<std::uint32_t> rare;
  };
  Ids in_any_form(const QueryWord& word) const;
  Ids as_folded(const QueryWord& word) const;

  // Where a document holds one of the words; the vector is reused.
  void find(std::uint32_t document, const Ids& ids, Positions& positions) const;

  // The different words of all documents, numbered from 0; two may have one folded form.
  std::uint32_t words() const { return static_cast<std::uint32_t>(words_.size()); }
  std::string_view folded(std::uint32_t word) const { return words_[word].folded; }

  // The words of a document's tokens but joined compounds, whose parts are there; the vector is
  // reused.
  void read(std::uint32_t document, std::vector<std::uint32_t>& words) const;

  std::size_t bytes() const;  // of memory, for figures

 private:
  // Words are numbered as they are met. The first kFrequent of them, among which nearly all
  // frequent ones are, take two bytes; kRare stands where another one is, which is in extras_.
  static constexpr std::uint32_t kFrequent = 0xFFFF;
  static constexpr std::uint16_t kRare = 0xFFFF;

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

  void add(std::string_view stream);
  void add_token(std::uint32_t position, std::uint32_t id);
  void close_document();
  std::uint32_t intern(std::string_view folded, std::string_view stem);
  void sort_words();
  template <typename Part>
  Ids with(const std::vector<std::uint32_t>& order, Part part, std::string_view wanted) const;

  struct Word {
    std::string_view folded;
    std::string_view stem;
  };
  std::deque<std::string> forms_;  // folded, NUL, stem
  std::vector<Word> words_;        // by id
  std::vector<std::uint32_t> by_folded_;
  std::vector<std::uint32_t> by_stem_;

  struct Offsets {
    std::uint64_t tokens = 0;
    std::uint64_t runs = 0;
    std::uint64_t extras = 0;
  };
  std::vector<Offsets> offsets_;  // where each document begins; one more than documents
  std::vector<std::uint16_t> tokens_;
  std::vector<Run> runs_;
  std::vector<Extra> extras_;

  // While reading.
  std::unordered_map<std::string_view, std::uint32_t> id_of_;
  std::vector<std::uint32_t> id_of_rank_;
  std::uint32_t last_position_ = 0;
};

}  // namespace pressoir::search
