// Answers requests over an archive: the one entry point of the server's programs to searching.
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
class QueryCache;

// Real queries take milliseconds; the limit stops those made to exhaust the machine.
inline constexpr std::chrono::milliseconds kTimeLimit{5'000};

// The request that counts every value of one facet and nothing else: for lists of all values.
query::SearchRequest only_values(query::SearchRequest request, base::Facet facet);

// Used by one thread at a time: each worker has its own. `archive` and `cache` must outlive it. Every
// call is
// answered from one revision, the newest when it starts; of a call that fails nothing remains.
class Searcher {
 public:
  // `time_limit`: for finding what a query matches. `cache` is of this archive, and may be that of
  // other searchers too; null: nothing is kept between calls.
  explicit Searcher(Archive& archive, std::chrono::milliseconds time_limit = kTimeLimit,
                    QueryCache* cache = nullptr);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // Errors: kBadQuery (not UTF-8, over kMaxQueryBytes), kBadParameter, kTimeout (over the time
  // limit: never a part of the results instead of all), kIndexChanged (for half a second the index
  // changed each time it was read), kIndexCorrupt, kUnavailable (a shard does not answer: never the
  // results of the others instead of all; within twice ArchiveOptions::shard_timeout).
  base::Result<SearchResults> search(const query::SearchRequest& request);

  // Counts each query by period, all of them within the time limit. Errors as search() has them;
  // kBadParameter: an interval of more than kMaxTrendPeriods.
  base::Result<Trends> trends(const TrendsRequest& request);

  // Completions of a text being typed. Errors: kBadQuery (not UTF-8), kIndexChanged, kIndexCorrupt,
  // kUnavailable.
  base::Result<suggest::Suggestions> suggest(const suggest::SuggestRequest& request);

  // A whole document in which the matches of `q` are marked. `q` is a query as search() takes it;
  // empty marks nothing.
  struct DocumentView {
    base::Document document;
    std::vector<snippet::Fragment> title;
    std::vector<std::vector<snippet::Fragment>> blocks;  // one list for each block of the document
  };
  base::Result<base::Document> document(std::string_view id);  // kNotFound
  base::Result<DocumentView> view(std::string_view id, const std::string& q);

  // Documents about the same subject as one document, at most one of those with equal texts.
  // kNotFound.
  base::Result<SimilarResults> similar(const SimilarRequest& request);

  // The values of a facet that contain the words typed, in the label or in the value itself:
  // `montebourg` finds a person by the id too. Costs one search that lists every value of the
  // facet. Errors: those of search().
  base::Result<FacetLookup> look_up(const FacetLookupRequest& request);

  // The words that distinguish the texts of a search from the rest of the archive. Errors: those of
  // search().
  base::Result<related::DistinctiveWords> distinctive_words(
      const related::DistinctiveRequest& request);

  // Of the newest revision; empty before the first, when ready() fails.
  ArchiveSummary summary() const;

  // kUnavailable while a shard does not answer.
  base::Result<void> ready() const;

  // Every document of the newest revision that matches the request, in the order of ids, from the
  // first after the id `after` on (empty: from the first). The request's sort, page and facets are
  // ignored. Errors: those of search().
  base::Result<std::unique_ptr<DocumentStream>> stream(const query::SearchRequest& request,
                                                       std::string_view after);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::search
