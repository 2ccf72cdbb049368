// The application that serves an archive. It dispatches a routed request to its handler, on the io
// thread or on a worker, and adds what all responses have in common:
//
//   ETag, Last-Modified  so that a client that has the answer gets 304 (header_fields.hpp)
//   Cache-Control        caches revalidate every answer: the index changes at any time
//   CORS                 scripts of any site may read what is meant for programs
//   base path            of a reverse proxy, before every address in a page
#pragma once

#include <chrono>

#include "server/app/application.hpp"
#include "server/pages/pages.hpp"
#include "server/search/archive.hpp"
#include "server/search/query_cache.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::app {

struct SearchOptions {
  // For finding the documents that match a query; a longer search is answered with 503.
  std::chrono::milliseconds time_limit = search::kTimeLimit;
  std::size_t cache_bytes = 0;  // of memory for results of searches; 0: no cache
};

// Thread safety as Application. `archive` and `pages` must outlive it.
class ArchiveApplication final : public Application {
 public:
  ArchiveApplication(search::Archive& archive, const pages::Pages& pages,
                     const SearchOptions& options = {})
      : archive_(archive),
        pages_(pages),
        time_limit_(options.time_limit),
        cache_(options.cache_bytes) {}

  void route(Request& request) const override;
  std::optional<Response> answer_at_once(const Request& request) const override;
  Response answer_problem(const Request& request, const Problem& problem) const override;
  Statistics statistics() const override;
  std::unique_ptr<Worker> make_worker() const override;

 private:
  search::Archive& archive_;
  const pages::Pages& pages_;
  std::chrono::milliseconds time_limit_;
  mutable search::QueryCache cache_;  // of all workers
};

}  // namespace pressoir::app
