// What each endpoint does: plain functions from a request to its answer. Any number of threads may
// run them at once, each with a Searcher of its own.
#pragma once

#include <string>

#include "server/api/message.hpp"
#include "server/api/problem.hpp"
#include "server/pages/pages.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::api {

struct Call {
  const Request& request;
  std::string argument;  // what stands in the place of `{…}` in the route's pattern, decoded
  const pages::Pages& pages;
};

// Programs.
Response handle_search(const Call& call, search::Searcher& searcher);
Response handle_suggest(const Call& call, search::Searcher& searcher);
Response handle_document(const Call& call, search::Searcher& searcher);
Response handle_readiness(const Call& call, search::Searcher& searcher);
Response handle_health(const Call& call);

// People.
Response handle_search_page(const Call& call, search::Searcher& searcher);
Response handle_values_page(const Call& call, search::Searcher& searcher);
Response handle_ministers_page(const Call& call, search::Searcher& searcher);
Response handle_minister_page(const Call& call, search::Searcher& searcher);
Response handle_governments_page(const Call& call, search::Searcher& searcher);
Response handle_government_page(const Call& call, search::Searcher& searcher);
Response handle_themes_page(const Call& call, search::Searcher& searcher);
Response handle_help_page(const Call& call, search::Searcher& searcher);
Response handle_document_page(const Call& call, search::Searcher& searcher);
Response handle_asset(const Call& call);

// `problem` as a French page with the archive's frame around it.
Response problem_page(const Problem& problem, const pages::Pages& pages,
                      const search::ArchiveSummary& summary);

}  // namespace pressoir::api
