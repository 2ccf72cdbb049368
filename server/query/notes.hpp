// Notes: where a query was read otherwise than it was perhaps meant, and what is searched besides
// what was typed. Plain data in no language; server/wording makes sentences of it.
//
// Strings are UTF-8. Their lengths and number are bounded whatever was typed, so that a page and a
// log line are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::query {

// A reader reads no more; further notes are only counted.
inline constexpr std::size_t kMaxNotes = 8;         // more are only counted
inline constexpr std::size_t kMaxQuotedBytes = 80;  // of what a note or a description quotes

// The beginning of a text, for quoting it: at most kMaxQuotedBytes, cut between characters, and `…`
// when it was longer. Control characters become blanks.
std::string excerpt(std::string_view text);

// Examples are queries. `text` and the like are the members of Note that the kind has.
enum class NoteKind {
  // Ignored: a quotation mark or a parenthesis without its partner; parentheses deeper than
  // `limit`.
  kUnpairedQuote,
  kUnpairedParenthesis,
  kDeepParentheses,
  // `titre:-loi`, which excludes nothing; `text` is how to exclude it: `-titre:loi`.
  kMisplacedMinus,
  // `auteur:dupont`: `text` (`auteur:`) is not a field. `ministre:""`: it has no value.
  // `date:demain`: `text` is read as words.
  kUnknownField,
  kFieldWithoutValue,
  kFieldReadAsWords,
  // `trav*ail`; `ab*`, which is too short for a prefix or more than a word.
  kStarInsideWord,
  kStarIgnored,
  // `="a b"`: `=` applies to words only.
  kExactPhrase,
  // `PROCHE` or `PROCHE/0` is a word; the distance goes from 1 to `limit`.
  kNearWithoutDistance,
  // `a PROCHE/5 (b c)`: `text` relates two words or phrases only. `=b` beside it is read as `b`.
  kNearOfOther,
  kExactInNear,
  // `loi OU`: `text` has nothing to relate.
  kLoneOperator,
  // `2014..2012` is read as `2012..2014`.
  kReversedPeriod,
  // The query `text` has no word at all.
  kNoWord,
  // Only the first `limit` words and `phrase_limit` phrases are read.
  kTooLong,
  // `c*` is read as a word: more than `limit` words begin so; 0: with the query's other prefixes it
  // would stand for too many.
  kPrefixOfTooManyWords,
  // No document contains `text`; names[0] is searched instead.
  kRespelled,
  // `text` is also searched by other names: an acronym or its expansion, synonyms.
  kOtherNames,
  // `text`, an office, is also searched as its holders during their terms.
  kHolders,
  // `text` is also searched as the words of its family: `names`.
  kFamily,
};

// Who held an office, and when. A term without a last day has not ended.
struct OfficeHolder {
  struct Term {
    base::Date first_day;
    base::Date last_day;

    bool operator==(const Term&) const = default;
  };
  std::string person;  // id
  std::string name;
  std::vector<Term> terms;

  bool operator==(const OfficeHolder&) const = default;
};

// Members that a kind does not name are empty.
struct Note {
  NoteKind kind = NoteKind::kNoWord;
  std::string text = {};  // as typed
  std::vector<std::string> names = {};
  std::size_t limit = 0;
  std::size_t phrase_limit = 0;
  std::vector<OfficeHolder> holders = {};

  bool operator==(const Note&) const = default;
};

// The notes of one query. Used by one thread at a time.
class Notes {
 public:
  // Keeps an excerpt of the note's text and names. Equal notes are kept once.
  void add(Note note);

  bool empty() const { return notes_.empty(); }

  // At most kMaxNotes, in the order in which they were added.
  const std::vector<Note>& list() const { return notes_; }
  // How many more there were.
  std::size_t dropped() const { return dropped_; }

  bool operator==(const Notes&) const = default;

 private:
  std::vector<Note> notes_;
  std::size_t dropped_ = 0;
};

}  // namespace pressoir::query
