// Words and their forms as numbers. WordTable numbers words in the order in which they are added;
// WordNumbers maps the words of a document to these numbers; QueryWord is the word of a query that
// is looked up.
//
// All text is UTF-8. An exact form is a word as written in lower case (`pôles`), a folded form is
// without accents (`poles`); lemmas are a list as text::lemmas_of() makes it (`pôle`).
//
// Which spellings match a word is written as a selection: items separated by
// text::kLemmaSeparator, each of them one of
//
//   lemma     the spellings with this lemma, as text::lemmas_of() writes it
//   ~folded   the spellings with this folded form
//   =exact    this spelling
//   -exact    not this one, whatever the other items say: a name is no form of a common word
//
// The lemmas of a word are themselves the selection of its inflections; `~` + folded form is a word
// as typed, accents aside. Postings, word sequences and highlights all read it.
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

// A word of a query in the forms of text::Token. Plain data.
struct QueryWord {
  std::string exact;
  std::string folded;
  std::string lemmas;
  std::string forms;  // what matches it: a selection
  // What counts as typed when documents are ranked: the folded form, because the archive has more
  // often an accent where none was typed; else the exact form.
  bool ignores_accents = false;
  bool is_stopword = false;
  bool is_family = false;  // `forms` are not its inflections but the words of its family
  std::vector<std::string> left_out_before;  // folded stop words that a list does not ask for

  bool operator==(const QueryWord&) const = default;
};

// True when the token is in the selection.
bool is_selected(std::string_view selection, const text::Token& token);

// A hash table of words with two indexes. A word is a folded form, its lemmas and its exact form:
// several words may share a part. A table of single-part words (spellings) works
// too as long as no part is asked for.
// Filled by one thread; then, after sort(), any number of threads may read it. Views live until the
// next add().
class WordTable {
 public:
  WordTable();

  // What a word is looked up by: its folded form, its lemmas and its exact form with NULs between.
  // At most 255 bytes of folded form.
  // Keys are made before the look-up so that many can be prefetched: an archive's table is far
  // larger than any cache.
  //   for (auto& text : texts) table.prefetch(keys.emplace_back(WordTable::key_of(text)));
  //   for (auto& key : keys) numbers.push_back(table.add(key));
  struct Key {
    std::string_view text;
    std::uint32_t hash;
  };
  static Key key_of(std::string_view text);
  void prefetch(const Key& key) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

  // Nothing when the word was not added.
  std::optional<std::uint32_t> find(const Key& key) const;
  // The number of the word: the next one when it is new.
  std::uint32_t add(const Key& key);

  // Builds the indexes by folded form and lemma that the functions below read: call it after the
  // last add().
  void sort();
  // Call `visit(number)` for every word with this folded form, or in a selection, once each and the
  // smallest number first.
  void visit_folded(std::string_view wanted, const std::function<void(std::uint32_t)>& visit) const;
  void visit_forms(std::string_view selection,
                   const std::function<void(std::uint32_t)>& visit) const;

  // The parts of a word, by its number.
  std::string_view folded(std::uint32_t number) const;
  std::string_view lemmas(std::uint32_t number) const;
  std::string_view exact(std::uint32_t number) const;

  // Call `visit(part, numbers)` once for each folded form with the words that have it, or for each
  // list of lemmas with the words that share one, ascending; parts come in no order.
  using VisitGroup = std::function<void(std::string_view, const std::vector<std::uint32_t>&)>;
  void for_each_folded(const VisitGroup& visit) const;
  void for_each_lemmas(const VisitGroup& visit) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t number = kNone;
  };

  std::string_view text(std::uint32_t number) const;
  std::size_t slot_of(const Key& key) const;
  void add_with_lemma(std::string_view lemma, std::vector<std::uint32_t>& numbers) const;
  void grow();

  std::string letters_;               // of all words, as keys have them
  std::vector<std::uint32_t> ends_;   // of each in letters_
  std::vector<std::uint8_t> folded_;  // bytes of each folded form: text::kMaxTermBytes at most
  std::vector<Entry> slots_;          // a hash table: a power of two, half full at most
  std::vector<Entry> by_folded_;      // by the hash of that part
  std::vector<Entry> by_lemma_;       // by the hash of each lemma
};

// Gives the words of documents their numbers in a table. The forms of a spelling are computed once;
// after that one look-up of the spelling gives the number.
// Used by one thread at a time.
class WordNumbers {
 public:
  // Words that `known` does not contain are added to `added`, where their numbers follow those of
  // `known`: word i of `added` is number known.size() + i. Both must outlive this.
  WordNumbers(const WordTable& known, WordTable& added) : known_(known), added_(added) {}

  // Sets `numbers` to those of the stream's words, by their ranks. False when the stream is
  // damaged; `numbers` is then unspecified, and no word was added.
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
