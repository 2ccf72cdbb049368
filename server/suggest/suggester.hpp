// Offers for a text that is being typed: the word completed, titles, ministers, offices, themes.
// Made for one text and used by one thread.
//
//   Suggester suggester(snapshot, names, database, analyzer);
//   suggester.suggest({"pôles de comp", 10});  // `pôles de compétitivité`, then names and titles
//
// Accents, capitals and the order of words do not matter. Where nothing has the words as typed,
// each may contain one typing error. The work is bounded: kMaxTypedBytes, kMaxTypedWords, one pass
// over the words, and the titles of a few documents read.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/store/snapshot.hpp"
#include "server/suggest/suggest_index.hpp"
#include "server/suggest/suggestion.hpp"

namespace pressoir::suggest {

class Suggester {
 public:
  // All are of one revision and must outlive the Suggester.
  Suggester(const store::Snapshot& snapshot, const SuggestIndex& index,
            const index::ReadableIndex& database, text::Analyzer& analyzer)
      : snapshot_(snapshot), index_(index), database_(database), analyzer_(analyzer) {}

  // At most request.count suggestions. The kinds take turns, so that none crowds out the others,
  // and are listed in the order of SuggestionKind, the best of each first: words, ministers,
  // offices and themes by number of documents; titles that begin with the text, then the latest.
  // When nothing matches, each word may have one typing error. Errors: kBadQuery (not UTF-8),
  // kIndexCorrupt. Throws what Xapian throws.
  base::Result<std::vector<Suggestion>> suggest(const SuggestRequest& request);

 private:
  void read(std::string_view q);
  // Each kind's offers, in the order of SuggestionKind; words are completed as they occur in titles
  // beside the other words typed, then by number of documents.
  using Kinds = std::array<std::vector<Suggestion>, kSuggestionKinds>;
  base::Result<Kinds> offer_phrases(const SuggestRequest& request, PhraseIndex::Errors errors);
  std::vector<Suggestion> offer_words(std::string_view q, std::size_t limit) const;
  std::vector<Suggestion> offer_names(const NameIndex& index, SuggestionKind kind,
                                      std::size_t limit, PhraseIndex::Errors errors);
  base::Result<std::vector<Suggestion>> offer_titles(const SuggestRequest& request,
                                                     PhraseIndex::Errors errors);
  std::vector<std::uint32_t> most_frequent(const std::vector<store::Vocabulary::Range>& ranges,
                                           std::size_t limit) const;
  std::vector<std::uint32_t> completions(std::size_t limit) const;
  std::vector<search::snippet::Fragment> mark(std::string_view text, const PhraseIndex& index,
                                              const PhraseIndex::Matches& matches);

  const store::Snapshot& snapshot_;
  const SuggestIndex& index_;
  const index::ReadableIndex& database_;
  text::Analyzer& analyzer_;
  std::vector<TypedWord> typed_;
  std::uint32_t last_begin_ = 0;       // where the last word begins
  std::vector<std::uint32_t> beside_;  // completions of it in titles that contain the others
};

}  // namespace pressoir::suggest
