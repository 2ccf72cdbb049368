// The steps of a search over one revision: what the query matches, which of these documents pass
// the filters, and their order. A step whose result the cache has is not repeated.
#pragma once

#include <chrono>
#include <memory>

#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/query/expand/interpreter.hpp"
#include "server/query/request.hpp"
#include "server/search/archive_reader.hpp"
#include "server/search/query_cache.hpp"
#include "server/store/postings.hpp"

namespace pressoir::search {

//   QueryRunner steps(cache, reader, analyzer, time_limit);
//   const auto matches = steps.match(request);
//   const auto filtered = steps.filter(**matches, request);
//   const auto order = steps.order(**matches, *filtered, request);
//
// For one request, within one action of ArchiveReader::at_one_revision; one thread. Functions that
// look up terms throw what Xapian throws.
class QueryRunner {
 public:
  // All must outlive the runner. `time_limit` counts from now, for all steps together.
  QueryRunner(QueryCache& cache, const ArchiveReader& reader, text::Analyzer& analyzer,
              std::chrono::milliseconds time_limit);
  QueryRunner(const QueryRunner&) = delete;
  QueryRunner& operator=(const QueryRunner&) = delete;

  // Expands the query with what this revision contains.
  query::expand::Reading interpret(
      query::ParsedQuery& parsed,
      query::expand::Families families = query::expand::Families::kNo);

  // What `request.q` matches before any filter. Errors: kBadQuery, kTimeout.
  base::Result<std::shared_ptr<const QueryMatches>> match(const query::SearchRequest& request);

  // The documents of `matches`, which must be those of `request`, that pass all filters, and the
  // facets that the request counts.
  std::shared_ptr<const facets::FilteredMatches> filter(const QueryMatches& matches,
                                                        const query::SearchRequest& request);

  // match() and filter(), for those who need no order.
  base::Result<std::shared_ptr<const facets::FilteredMatches>> match_and_filter(
      const query::SearchRequest& request);

  // The first results: those of the requested page and all before it, and at least kKept of them,
  // because the reader of one page often goes on to the next. kTimeout.
  static constexpr std::uint32_t kKept = 100;
  base::Result<std::shared_ptr<const DocumentOrder>> order(const QueryMatches& matches,
                                                           const facets::FilteredMatches& filtered,
                                                           const query::SearchRequest& request);

  // For work after the steps that must end in time too, such as cutting snippets.
  store::Deadline& deadline() { return deadline_; }

 private:
  base::Result<DocumentOrder> rank(const QueryMatches& matches,
                                   const store::DocumentSet& documents, std::uint32_t size);
  const store::Snapshot& snapshot() const { return reader_.revision().snapshot; }

  QueryCache& cache_;
  const ArchiveReader& reader_;
  text::Analyzer& analyzer_;
  store::Deadline deadline_;
  store::Postings postings_;
};

}  // namespace pressoir::search
