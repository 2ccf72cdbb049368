// The names of the index format: prefixes of terms, value slots, metadata keys, positions.
// FORMAT.md describes the whole. Xapian (glass) stores it; only indexer/index, server/store and
// their callers in the search core use these names. Everything may be used from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/bytes.hpp"
#include "indexer/base/date.hpp"
#include "indexer/base/fields.hpp"

namespace pressoir::index {

// A digest of what the table of fields stores, and where: 8 hexadecimal digits.
inline constexpr auto kFieldsDigest = [] {
  std::uint64_t hash = base::kFnvBasis;
  for (const base::FieldInfo& field : base::kFields) {
    if (field.stored == base::Stored::kNo && field.slot == base::kNoSlot) continue;
    hash = base::fnv1a(field.name, hash);
    for (const std::size_t part :
         {std::size_t(field.stored), std::size_t(field.slot), field.access.index()}) {
      const char byte = static_cast<char>(part);
      hash = base::fnv1a({&byte, 1}, hash);
    }
  }
  std::array<char, 8> digits{};
  for (char& digit : digits) {
    digit = "0123456789abcdef"[hash & 15];
    hash >>= 4;
  }
  return digits;
}();

// Of the index format. An index of another version must be rebuilt. The number is raised by hand
// when the form of a value, a term or an object in a field changes; a field that is added, moved or
// stored otherwise changes the digest.
inline constexpr auto kSchemaVersionChars = [] {
  std::array<char, 3 + kFieldsDigest.size()> chars{'1', '0', '-'};
  std::copy(kFieldsDigest.begin(), kFieldsDigest.end(), chars.begin() + 3);
  return chars;
}();
inline constexpr std::string_view kSchemaVersion{kSchemaVersionChars.data(),
                                                 kSchemaVersionChars.size()};

// Words of text and title are terms without prefix and without positions, which are in kWordsSlot.
// A word is indexed once, in its exact form: folded form and lemmas are functions of it
// (text::Analyzer::forms_of), so that the term dictionary tells which words have one in common.
inline constexpr std::string_view kTitlePrefix = "S";  // of words of the title once more
// Of words that the document mostly writes as names (text::is_written_as_name): their document
// frequencies tell `Creuse` from the feminine of `creux`.
inline constexpr std::string_view kNamePrefix = "N";
inline constexpr char kFormSeparator = '\x1f';  // of the parts of a term
// Acronyms that the document explains, in both directions: `XA` acronym kFormSeparator expansion
// kFormSeparator the expansion as written; `XN` expansion kFormSeparator acronym. Their document
// frequency is the evidence. Acronym and expansion are those of text::AcronymDefinition.
inline constexpr std::string_view kAcronymPrefix = "XA";
inline constexpr std::string_view kExpansionPrefix = "XN";
// Identity: `Q` + document id.
inline constexpr std::string_view kIdPrefix = "Q";

// Positions: the title's words are numbered from 1, those of the text from kTextPosition + 1, so
// that no phrase runs from one into the other. Titles are read up to kMaxTitleWords. Each
// theme label begins kLabelGap positions after the last word before it.
inline constexpr std::uint32_t kTextPosition = 1000;
inline constexpr std::uint32_t kMaxTitleWords = 900;
inline constexpr std::uint32_t kLabelGap = 100;

// Value slots. Those of fields are given by the table of fields; a list is written as its values
// separated by kValueSeparator.
enum Slot : unsigned {
  kLengthSlot = 8,  // WordCounts, as word_counts_to_value writes them
  kWordsSlot = 10,  // the words in their order: word_stream.hpp
  kTextSlot = 11,   // what equal texts have in common: document_terms.hpp; absent without words
};
constexpr Slot slot_of(base::Field field) {
  return static_cast<Slot>(info(field).slot);
}
constexpr Slot slot_of(base::Facet facet) {
  return static_cast<Slot>(info(facet).slot);
}

// `20121205`, `201212`, `2012`; absent when undated.
inline constexpr Slot kDateSlot = slot_of(base::Field::kDate);
inline constexpr Slot kIdSlot = slot_of(base::Field::kId);  // the order of equal results
// Seconds, as Xapian::sortable_serialise writes them.
inline constexpr Slot kFirstIndexedSlot = slot_of(base::Field::kFirstIndexed);
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

// How many words a document has: the lengths of BM25.
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
