// The words that set some documents apart from the rest of the archive.
//
// Keyness by Dunning's log-likelihood ("Accurate Methods for the Statistics of Surprise and
// Coincidence", Computational Linguistics 19:1, 1993), here over numbers of documents, so that one
// text that repeats a word does not make it anybody's; and only of words at least twice as frequent
// as elsewhere, as a large set makes the slightest difference significant (Hardie's log ratio,
// 2014).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/related/distinctive_results.hpp"
#include "server/store/document_set.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::related {

// At most `count`, the most distinctive first, of each stem one, held by kLeastHolders of
// `documents` or more. Left out: stop words, numbers, words of `left_out` (a name) and what the
// names of the people of `documents` are made of. None when the rest of the archive is smaller than
// the documents compared. Some nanoseconds for each word of `documents`.
inline constexpr std::uint64_t kLeastHolders = 3;
std::vector<DistinctiveWord> distinctive_words(const store::DocumentSet& documents,
                                               const store::Snapshot& snapshot,
                                               std::string_view left_out, std::size_t count);

// Every so many documents of a set, so that at most `most` remain.
store::DocumentSet sample_of(const store::DocumentSet& documents, std::uint64_t most);

}  // namespace pressoir::related
