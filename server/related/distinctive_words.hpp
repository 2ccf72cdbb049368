// The words that set some documents apart from the rest of the archive.
//
// Keyness by Dunning's log-likelihood ("Accurate Methods for the Statistics of Surprise and
// Coincidence", Computational Linguistics 19:1, 1993), here over numbers of documents, so that one
// text that repeats a word has no more weight than another; and only of words at least twice as
// frequent as elsewhere, as a large set makes the slightest difference significant (Hardie's log
// ratio, 2014).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/request.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::index {
class ReadableIndex;
}
namespace pressoir::store {
struct Snapshot;
}

namespace pressoir::related {

// Which documents to compare with the rest of the archive.
struct DistinctiveRequest {
  query::SearchRequest search;  // whose documents are compared with the archive
  std::string speaker;   // person id: only documents in which the person speaks or signs, when
                         // there are enough of them; empty: all
  std::string left_out;  // names and titles whose words are not listed
  std::size_t count = 20;
};

struct DistinctiveWord {
  std::string written;          // as the archive mostly writes it
  std::uint64_t documents = 0;  // of those compared, that contain it
  double keyness = 0;           // log-likelihood
};

// The answer.
struct DistinctiveWords {
  std::vector<DistinctiveWord> words;  // the most distinctive first
  std::uint64_t compared = 0;          // documents read: all, or every so many of a large set
  std::uint64_t total = 0;             // that the search matches
  bool is_spoken = false;              // the documents compared are those of the speaker
};

// The most distinctive words of `found`, which request.search found: at most request.count, of each
// lemma one, each in kLeastHolders of the documents compared or more. Not listed: stop words,
// numbers, words of request.left_out, and the names of the people of the documents. None when the
// rest of the archive is smaller than the documents compared: of a large set 2,000, of a speaker's
// 300 at most. All arguments are of one revision. kIndexCorrupt.
inline constexpr std::uint64_t kLeastHolders = 3;
base::Result<DistinctiveWords> compare(const store::DocumentSet& found,
                                       const DistinctiveRequest& request,
                                       const store::Snapshot& snapshot,
                                       const index::ReadableIndex& index);

// Every n-th document of a set, n the least with which at most `most` remain.
store::DocumentSet sample_of(const store::DocumentSet& documents, std::uint64_t most);

}  // namespace pressoir::related
