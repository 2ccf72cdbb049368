// Words numbered in the order in which they were added. A word is a folded form with a stem, and
// what else tells it from others: two words may share these parts. A table that is not asked for
// parts may hold words of one part.
//
// Filled by one thread; then any number of threads may read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/word_stream.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::store {

// One word in the forms of text::Token.
struct QueryWord {
  std::string exact;
  std::string folded;
  std::string stem;
  std::vector<std::string> other_stems;  // of the ways in which the archive writes the word
  bool is_stopword = false;
  std::vector<std::string> left_out_before;  // folded stop words that a list does not ask for

  bool operator==(const QueryWord&) const = default;
};

class WordTable {
 public:
  WordTable();

  // What a word is looked up by: its folded form, a NUL, its stem; if there is more, another NUL
  // and the rest. To be made before it is looked up, and announced, when many are: what is far away
  // in memory then comes in the meantime.
  struct Key {
    std::string_view text;
    std::uint32_t hash;
  };
  static Key key_of(std::string_view text);
  void announce(const Key& key) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  std::optional<std::uint32_t> find(const Key& key) const;
  // The number of the word, the next one when it is new.
  std::uint32_t add(const Key& key);

  // Makes ready what visit_folded() and visit_stem() look up; to be called after add().
  void sort();
  // Call `visit(number)` for each word of which the part is `wanted`.
  void visit_folded(std::string_view wanted, const std::function<void(std::uint32_t)>& visit) const;
  void visit_stem(std::string_view wanted, const std::function<void(std::uint32_t)>& visit) const;

  std::string_view folded(std::uint32_t number) const;
  std::string_view stem(std::uint32_t number) const;
  std::string_view rest(std::uint32_t number) const;

  // Call `visit(part, numbers)` for each folded form or stem with all words that have it.
  using VisitGroup = std::function<void(std::string_view, const std::vector<std::uint32_t>&)>;
  void for_each_folded(const VisitGroup& visit) const;
  void for_each_stem(const VisitGroup& visit) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t number = kNone;
  };

  std::string_view text(std::uint32_t number) const;
  std::size_t slot_of(const Key& key) const;
  void grow();

  std::string letters_;               // of all words, as keys have them
  std::vector<std::uint32_t> ends_;   // of each in letters_
  std::vector<std::uint8_t> folded_;  // bytes of each folded form: text::kMaxTermBytes at most
  std::vector<Entry> slots_;          // a hash table: a power of two, half full at most
  std::vector<Entry> by_folded_;      // by the hash of that part
  std::vector<Entry> by_stem_;
};

// Gives the words of documents their numbers in a table, from the spellings that word streams have.
// What a spelling's other forms are is asked once; then one look at the spelling tells the number.
//
// Used by one thread at a time.
class WordNumbers {
 public:
  // Words are a folded form with a stem. Those that `known` has not are added to `added`, where
  // they are numbered behind those of `known`. Both must outlive this.
  WordNumbers(const WordTable& known, WordTable& added) : known_(known), added_(added) {}

  // Sets `numbers` to those of the words of a stream, by their ranks. False when it is damaged.
  bool read(const index::WordStreamReader& stream, std::vector<std::uint32_t>& numbers);

 private:
  std::uint32_t number_of(std::string_view exact);

  const WordTable& known_;
  WordTable& added_;
  WordTable spellings_;
  std::vector<std::uint32_t> number_of_spelling_;
  text::Analyzer analyzer_;

  std::string letters_;  // of the words of one document
  std::vector<std::size_t> ends_;
  std::vector<WordTable::Key> keys_;
  std::string forms_;
};

}  // namespace pressoir::store
