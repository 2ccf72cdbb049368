// The application that answers from an archive: routes, handlers and pages put together.
#pragma once

#include <chrono>

#include "server/api/application.hpp"
#include "server/pages/pages.hpp"
#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::api {

// Thread safety as Application. `archive` and `pages` must outlive it.
class ArchiveApplication final : public Application {
 public:
  // `time_limit`: for finding what a query matches.
  ArchiveApplication(search::Archive& archive, const pages::Pages& pages,
                     std::chrono::milliseconds time_limit = search::kTimeLimit)
      : archive_(archive), pages_(pages), time_limit_(time_limit) {}

  std::optional<Response> answer_at_once(const Request& request) const override;
  Response answer_problem(const Request& request, const Problem& problem) const override;
  Statistics statistics() const override;
  std::unique_ptr<Worker> make_worker() const override;

 private:
  search::Archive& archive_;
  const pages::Pages& pages_;
  std::chrono::milliseconds time_limit_;
};

}  // namespace pressoir::api
