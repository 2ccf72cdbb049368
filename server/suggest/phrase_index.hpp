// Short texts (titles, names) found by the beginnings of their words, in any order of the words: an
// inverted index of folded words, in which a prefix is a range of the vocabulary.
//
//   PhraseIndex index(2);  // of 0 `Pôles de compétitivité` and 1 `Pôle emploi`
//   index.append("pole", {1});   // words rise
//   index.append("poles", {0});  // … and so on
//   PhraseIndex::best(index.find(typed, PhraseIndex::Errors::kNone), 10);
//
// Takes 4 bytes a posting, and 4 a word besides the vocabulary. A PhraseIndex does not change once
// made: any number of threads may read it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "server/store/document_set.hpp"
#include "server/store/vocabulary.hpp"

namespace pressoir::suggest {

// A word as it was typed, folded. The last one is still being typed and may be the beginning of any
// word. Those before it may be too from kLeastBeginning letters on (`min ind` types `ministre de
// l’industrie`); shorter ones are whole words.
struct TypedWord {
  std::string folded;
  bool is_unfinished = false;
};

inline constexpr std::size_t kLeastBeginning = 3;
// Words from this length on may contain a typing error, unless they contain a digit: one edit of a
// shorter word makes too many others.
inline constexpr std::size_t kLeastMistyped = 4;
// Further words are ignored.
inline constexpr std::size_t kMaxTypedWords = 8;

// True for a word that may contain a typing error.
bool may_be_mistyped(std::string_view word) noexcept;

class PhraseIndex {
 public:
  PhraseIndex() : PhraseIndex(0) {}
  // Of phrases numbered from 0 to `phrases` - 1, the best first.
  explicit PhraseIndex(std::uint32_t phrases) : phrases_(phrases) {}

  // The index `before` at a later revision. The phrases of `before` have new numbers, below
  // `phrases`: phrase i is now `numbers[i]`, or kGone. New phrases are given by their words in
  // `added`: each number once for a word, and none of `numbers`.
  static constexpr std::uint32_t kGone = 0xFFFFFFFF;
  using Holders = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;
  struct Renumbered {
    std::vector<std::uint32_t> numbers;
    std::uint32_t phrases = 0;
  };
  PhraseIndex(const PhraseIndex& before, const Renumbered& now, const Holders& added);

  // Adds a word, greater than all before it, and the phrases that contain it, each once.
  void append(std::string_view word, const std::vector<std::uint32_t>& phrases);

  // Typing errors that are allowed. kOneInAWord also finds words that were not meant: callers try
  // it when kNone finds nothing.
  enum class Errors { kNone, kOneInAWord };

  struct Matches {
    // The words that each typed word matches, as ranges of places in the vocabulary.
    std::vector<std::vector<store::Vocabulary::Range>> readings;
    store::DocumentSet phrases;  // that contain all typed words; numbered from 1
  };

  // The phrases that contain all of at most kMaxTypedWords words; none for no words. kOneInAWord
  // allows each word one edit. Takes about a nanosecond for each posting of the words that match.
  Matches find(std::span<const TypedWord> typed, Errors errors) const;

  // The best `limit` of the matches, by number from 0.
  static std::vector<std::uint32_t> best(const Matches& matches, std::size_t limit);

  // The completions of the last typed word in the matches: the `limit` most frequent words, the
  // most frequent first.
  std::vector<std::string_view> last_words(const Matches& matches, std::size_t limit) const;

  // True when typed word number `typed` matches `word`.
  bool stands_for(const Matches& matches, std::size_t typed, std::string_view word) const;

 private:
  std::uint32_t begin_of(std::uint32_t word) const;  // of its postings
  store::DocumentSet phrases_with(const std::vector<store::Vocabulary::Range>& words) const;
  std::vector<store::Vocabulary::Range> readings(const TypedWord& typed, Errors errors) const;

  std::uint32_t phrases_;
  store::Vocabulary vocabulary_;
  std::vector<std::uint32_t> ends_;      // of each word's postings
  std::vector<std::uint32_t> postings_;  // phrases
};

// A text that someone types to find a name in a list. Used by one thread at a time.
class TypedName {
 public:
  // Words are matched as TypedWord describes, whatever their accents, capitals and order. A text
  // without words is in every name.
  explicit TypedName(std::string_view typed);

  // True when each word typed is a word of `name` or the beginning of one. Some microseconds.
  bool is_in(std::string_view name);

 private:
  struct Word {
    std::string folded;
    bool is_beginning;  // of a longer word, perhaps
  };

  text::Analyzer analyzer_;
  std::vector<Word> words_;
};

}  // namespace pressoir::suggest
