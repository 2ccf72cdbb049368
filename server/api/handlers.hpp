// What each endpoint does: plain functions from a request to its answer. Any number of threads may
// run them at once, each with a Searcher of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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
Response handle_browser_suggestions(const Call& call, search::Searcher& searcher);
Response handle_document(const Call& call, search::Searcher& searcher);
Response handle_similar(const Call& call, search::Searcher& searcher);
Response handle_facet(const Call& call, search::Searcher& searcher);
Response handle_ris(const Call& call, search::Searcher& searcher);
Response handle_bibtex(const Call& call, search::Searcher& searcher);
Response handle_csl(const Call& call, search::Searcher& searcher);
Response handle_export_json_lines(const Call& call, search::Searcher& searcher);
Response handle_export_csv(const Call& call, search::Searcher& searcher);
Response handle_trends(const Call& call, search::Searcher& searcher);
Response handle_trends_csv(const Call& call, search::Searcher& searcher);
Response handle_atom_feed(const Call& call, search::Searcher& searcher);
Response handle_json_feed(const Call& call, search::Searcher& searcher);
Response handle_readiness(const Call& call, search::Searcher& searcher);
Response handle_health(const Call& call);
Response handle_openapi(const Call& call);
Response handle_opensearch(const Call& call);

// People.
Response handle_search_page(const Call& call, search::Searcher& searcher);
Response handle_values_page(const Call& call, search::Searcher& searcher);
Response handle_ministers_page(const Call& call, search::Searcher& searcher);
Response handle_minister_page(const Call& call, search::Searcher& searcher);
Response handle_governments_page(const Call& call, search::Searcher& searcher);
Response handle_government_page(const Call& call, search::Searcher& searcher);
Response handle_themes_page(const Call& call, search::Searcher& searcher);
Response handle_comparison_page(const Call& call, search::Searcher& searcher);
Response handle_comparison_picture(const Call& call, search::Searcher& searcher);
Response handle_help_page(const Call& call, search::Searcher& searcher);
Response handle_document_page(const Call& call, search::Searcher& searcher);
Response handle_asset(const Call& call);
Response handle_api_page(const Call& call, search::Searcher& searcher);

// `problem` as a French page with the archive's frame around it.
Response problem_page(const Problem& problem, const pages::Pages& pages,
                      const search::ArchiveSummary& summary);

// A whole answer, and the refusal of wrong parameters (at least one).
Response json_response(std::string body);
Response bad_parameters(std::vector<ParameterError> errors, std::string_view path);
Response html_response(unsigned status, std::string html);

}  // namespace pressoir::api
