// The index format, written once: prefixes of terms, value slots, metadata keys, positions. Xapian
// (glass) stores it; only indexer/index and server/search look at it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::index {

// Raised when an index written before can no longer be read.
inline constexpr std::string_view kSchemaVersion = "8";

// Words of the text and the title, without positions, which kWordsSlot holds. A word is written
// once, in its exact form: the others are functions of it (text::Analyzer::forms_of), so that who
// reads the list of words knows which of them have a folded form or a stem in common.
inline constexpr std::string_view kTitlePrefix = "S";  // of words of the title once more
inline constexpr char kFormSeparator = '\x1f';         // of the parts of a term
// Acronyms that the document explains, in both directions: `XA` acronym kFormSeparator expansion
// kFormSeparator the expansion as written; `XN` expansion kFormSeparator acronym. The posting lists
// are the evidence. Acronym and expansion are those of text::AcronymDefinition.
inline constexpr std::string_view kAcronymPrefix = "XA";
inline constexpr std::string_view kExpansionPrefix = "XN";
// Identity: `Q` + document id.
inline constexpr std::string_view kIdPrefix = "Q";

// Positions: the title's words are numbered from 1, those of the text from kTextPosition + 1, so
// that no phrase runs from one into the other. Titles are read up to kMaxTitleWords. Behind the
// last word of the text, kLabelGap words on, stand the theme labels, each as far from the one
// before.
inline constexpr std::uint32_t kTextPosition = 1000;
inline constexpr std::uint32_t kMaxTitleWords = 900;
inline constexpr std::uint32_t kLabelGap = 100;

// Value slots. A list is written as its values separated by kValueSeparator.
enum Slot : unsigned {
  kDateSlot = 0,      // `20121205`, `201212`, `2012`; absent when undated
  kMinisterSlot = 1,  // person ids
  kThemeSlot = 2,     // theme paths
  kTypeSlot = 3,
  kSourceSlot = 4,
  kGovernmentSlot = 5,    // government id
  kIdSlot = 6,            // document id: the order of equal results
  kFirstIndexedSlot = 7,  // seconds, as Xapian::sortable_serialise writes them
  kLengthSlot = 8,        // WordCounts, as word_counts_to_value writes them
  kLineageSlot = 9,       // lineage ids: base::lineages_of
  kWordsSlot = 10,        // the words in their order: word_stream.hpp
  kTextSlot = 11,         // what equal texts have in common: text_digest.hpp; absent without words
};
inline constexpr char kValueSeparator = '\x1f';

// Metadata of the database.
inline constexpr std::string_view kSchemaKey = "pressoir.schema";
inline constexpr std::string_view kAnalyzerKey = "pressoir.analyzer";
inline constexpr std::string_view kUpdatedKey = "pressoir.updated";  // last commit, seconds
// What the last commits changed: change_log.hpp. An index without it is read whole.
inline constexpr std::string_view kChangesKey = "pressoir.changes";
// `pressoir.label.` + id: the name of a minister, `Arnaud Montebourg`; of a government, `Ayrault
// II`; of a lineage, `Économie et finances`
inline constexpr std::string_view kLabelPrefix = "pressoir.label.";

// How many words a document has: what a ranking divides by.
struct WordCounts {
  std::uint32_t title = 0;
  std::uint32_t whole = 0;  // title and text
};

// `12,3450` and back; no words for anything else.
std::string word_counts_to_value(WordCounts counts);
WordCounts word_counts_from_value(std::string_view value) noexcept;

// prefix + word.
std::string term(std::string_view prefix, std::string_view word);

// The terms of an acronym, of at most kMaxAcronymTermBytes. When they would be longer, the first is
// made without the expansion as written; what is still longer is empty and is not indexed.
inline constexpr std::size_t kMaxAcronymTermBytes = 240;  // Xapian's limit is 245
std::string acronym_term(std::string_view acronym, std::string_view expansion,
                         std::string_view surface);
std::string expansion_term(std::string_view expansion, std::string_view acronym);

// What all terms of one acronym, or of one expansion, begin with.
std::string acronym_terms(std::string_view acronym);
std::string expansion_terms(std::string_view expansion);

// A date as its slot stores it, and back; empty and no date for each other.
std::string date_to_value(base::Date date);
base::Date date_from_value(std::string_view value) noexcept;

}  // namespace pressoir::index
