// What acronyms mean in this archive, as its documents explain them (indexer/text/acronyms.hpp):
// `CNI` is also searched as `conseil national de l’industrie`, and the reverse, when the archive
// leaves no doubt.
//
// Ways of writing one expansion whose full words have the same lemmas are one meaning (`agence(s)
// régionale(s) de (la) santé`). A meaning is clear when kClearShare of the documents that explain
// the acronym give it (a document that gives two counts twice). An acronym with several meanings
// has none, since a query expanded by one of them would find wrong documents.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/store/columns.hpp"

namespace pressoir::query::expand {

// With four documents for a meaning one may say otherwise, with three none.
inline constexpr double kClearShare = 0.8;

// Most documents that are named as evidence of one meaning.
inline constexpr std::size_t kMaxAcronymEvidence = 5;

// Most terms read by one call: ways of writing the expansions of one acronym, or acronyms of one
// expansion. An acronym with more is ambiguous.
inline constexpr std::size_t kMaxAcronymTerms = 2000;

struct AcronymMeaning {
  std::string acronym;             // folded: `cni`
  std::vector<std::string> words;  // of the way in which most documents write the expansion, folded
                                   // and in order: `conseil`, `national`, `de`, `industrie`
  std::string surface;             // that way as written: `Conseil national de l’industrie`
  std::uint64_t documents = 0;     // that explain the acronym by it, in whatever way
  base::Date first, last;          // of those that are dated; none when none is
  std::vector<Xapian::docid> latest;  // of those at most kMaxAcronymEvidence, the latest first
};

// Answers from one database at the revision that `columns` was read from; all three arguments must
// outlive it. One thread at a time for one database. Every call throws what Xapian throws, reads at
// most kMaxAcronymTerms terms and their posting lists, and caches nothing.
class Acronyms {
 public:
  Acronyms(const Xapian::Database& database, const store::Columns& columns,
           text::Analyzer& analyzer)
      : database_(database), columns_(columns), analyzer_(analyzer) {}

  // The clear meaning of a folded acronym (Token::folded of `C.N.I.`: `cni`); nothing when it is
  // unknown, ambiguous or a stop word (`pas`: prélèvement à la source). Whether other words of the
  // language (`place`, `score`) are acronyms is for the caller to decide.
  std::optional<AcronymMeaning> meaning_of(std::string_view acronym) const;

  // The acronym of an expansion, given by the folded words (stop words included, no compounds) of
  // any way of writing it in the archive: the meaning_of() that acronym, so that its words may
  // differ from those given. Nothing when the expansion is unknown, has several acronyms, or is not
  // the clear meaning of its acronym.
  std::optional<AcronymMeaning> acronym_of(std::span<const std::string> words) const;

 private:
  struct Explanations;
  Explanations read_explanations(std::string_view acronym) const;

  const Xapian::Database& database_;
  const store::Columns& columns_;
  text::Analyzer& analyzer_;
};

}  // namespace pressoir::query::expand
