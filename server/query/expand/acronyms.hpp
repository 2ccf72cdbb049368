// What acronyms stand for in this archive, as its documents themselves explain them (see
// indexer/text/acronyms.hpp). For queries: `CNI` may also be searched as `conseil national de
// industrie`, and the other way round, when the archive leaves no doubt.
//
// Ways of writing one expansion are one meaning: those whose full words have the same stems
// (`agence(s) régionale(s) de (la) santé`). A meaning holds when kClearShare of the documents that
// explain the acronym give it (one that gives two meanings counts twice); of an acronym that stands
// for several things none holds, since a query that took one of them would find wrong documents.
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

// The documents named as evidence of one meaning, at most.
inline constexpr std::size_t kMaxAcronymEvidence = 5;

// Terms read by one question, at most: ways of writing the expansions of one acronym, or acronyms
// of one expansion. An acronym that has more is ambiguous.
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

// Answers from one database at the state that `columns` was read from; all three arguments must
// outlive it. One thread at a time for one database. Every call throws what Xapian throws, reads at
// most kMaxAcronymTerms terms and their posting lists, and remembers nothing.
class Acronyms {
 public:
  Acronyms(const Xapian::Database& database, const store::Columns& columns,
           text::Analyzer& analyzer)
      : database_(database), columns_(columns), analyzer_(analyzer) {}

  // What the acronym stands for beyond doubt; nothing when it is unknown or ambiguous, or a stop
  // word (`pas`: prélèvement à la source). Other words of the language (`place`, `score`) are for
  // the caller to weigh.
  std::optional<AcronymMeaning> meaning_of(std::string_view acronym) const;

  // The acronym of an expansion given by the folded words (no compounds, stop words included) of
  // any way of writing it that the archive holds: that acronym's meaning_of when it is this
  // expansion's, so that the words of the meaning may differ from those given. Nothing when the
  // expansion is unknown, has several acronyms, or meaning_of has no answer for its acronym.
  std::optional<AcronymMeaning> acronym_of(std::span<const std::string> words) const;

 private:
  struct Explanations;
  Explanations read_explanations(std::string_view acronym) const;

  const Xapian::Database& database_;
  const store::Columns& columns_;
  text::Analyzer& analyzer_;
};

}  // namespace pressoir::query::expand
