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
#include "server/search/searcher.hpp"

namespace pressoir::app {

// Thread safety as Application. `archive` and `pages` must outlive it.
class ArchiveApplication final : public Application {
 public:
  // `time_limit`: for finding the documents that match a query; a longer search is answered with
  // 503.
  ArchiveApplication(search::Archive& archive, const pages::Pages& pages,
                     std::chrono::milliseconds time_limit = search::kTimeLimit)
      : archive_(archive), pages_(pages), time_limit_(time_limit) {}

  void route(Request& request) const override;
  std::optional<Response> answer_at_once(const Request& request) const override;
  Response answer_problem(const Request& request, const Problem& problem) const override;
  Statistics statistics() const override;
  std::unique_ptr<Worker> make_worker() const override;

 private:
  search::Archive& archive_;
  const pages::Pages& pages_;
  std::chrono::milliseconds time_limit_;
};

}  // namespace pressoir::app
