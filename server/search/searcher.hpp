// Answers requests over one state of an archive.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "server/query/request.hpp"
#include "server/related/distinctive_words.hpp"
#include "server/search/archive.hpp"
#include "server/search/results.hpp"
#include "server/search/trends.hpp"
#include "server/suggest/suggestion.hpp"

namespace pressoir::search {

class DocumentStream;

// Real questions take milliseconds; this ends what only tests the machine.
inline constexpr std::chrono::milliseconds kTimeLimit{5'000};

// Used by one thread at a time: each worker has its own. `archive` must outlive it. Follows the
// archive: every call is answered from one revision, the newest that is open when it starts.
class Searcher {
 public:
  // `time_limit`: for finding what a query matches.
  explicit Searcher(Archive& archive, std::chrono::milliseconds time_limit = kTimeLimit);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // Errors: kBadQuery (not UTF-8, over kMaxQueryBytes), kBadParameter, kTimeout (over the time
  // limit: never a part of the results in place of all), kIndexChanged (for half a second the index
  // moved on each time it was read), kIndexCorrupt, kUnavailable (a shard does not answer: never
  // what the others hold in place of all; within twice ArchiveOptions::shard_timeout).
  base::Result<SearchResults> search(const query::SearchRequest& request);

  // Counts each query by period, all of them within the time limit. Errors as search() has them;
  // kBadParameter: an interval of more than kMaxTrendPeriods.
  base::Result<Trends> trends(const TrendsRequest& request);

  // Offers for a text being typed. Errors: kBadQuery (not UTF-8), kIndexChanged, kIndexCorrupt,
  // kUnavailable.
  base::Result<suggest::Suggestions> suggest(const suggest::SuggestRequest& request);

  // One document whole. `q` marks matches in the fragments of its title and text.
  struct DocumentView {
    base::Document document;
    std::vector<snippet::Fragment> title;
    std::vector<std::vector<snippet::Fragment>> blocks;  // one list for each block of the document
  };
  base::Result<base::Document> document(std::string_view id);  // kNotFound
  base::Result<DocumentView> view(std::string_view id, const std::string& q);

  // Documents about the same things; of those with the same text one. kNotFound.
  base::Result<SimilarResults> similar(const SimilarRequest& request);

  // What sets the texts of a search apart from the archive. Errors as search() has them.
  base::Result<related::DistinctiveWords> distinctive_words(
      const related::DistinctiveRequest& request);

  // Of the newest state; all empty before the first one, which ready() tells.
  ArchiveSummary summary() const;

  // kUnavailable while a shard does not answer.
  base::Result<void> ready() const;

  // Every document of the newest state that the request matches, by id, those behind the id
  // `after`; what the request says of order, pages and facets does not count. Errors as search()
  // has them.
  base::Result<std::unique_ptr<DocumentStream>> stream(const query::SearchRequest& request,
                                                       std::string_view after);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::search
