// The handlers, one plain function for each endpoint, and the table of routes that lead to them. A
// handler reads its parameters (400 when they are wrong), calls the searcher (503 or 404 when it
// cannot answer), and has the result written by server/api or server/pages. Validators and CORS are
// added by ArchiveApplication.
//
// Any number of threads may run handlers at once, each with its own Searcher. No handler throws but
// for memory.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/api/openapi.hpp"
#include "server/app/message.hpp"
#include "server/app/problem.hpp"
#include "server/pages/pages.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::app {

// A routed request and what handlers need besides the archive.
struct Call {
  const Request& request;
  const pages::Pages& pages;
};

// ---- Routes (routes.cpp): each endpoint's description and the handler that answers it. Dispatch,
// /openapi.json, the page /api and the labels of the metrics are all made of them.

// Needs no archive: called on the io thread, so that health checks and style sheets are answered
// even when all workers are busy.
using DirectHandler = Response (*)(const Call&);
// Called on a worker thread, with its searcher.
using SearchHandler = Response (*)(const Call&, search::Searcher&);

// To add an endpoint: a row in routes.cpp, its handler, and its section in server/api/README.md.
struct Route : api::Endpoint {
  std::variant<DirectHandler, SearchHandler> handler;
};

// In the order in which they are tried: the first that matches wins.
std::span<const Route> routes() noexcept;

// Looks up the path, which is still percent-encoded, and sets `route` and `argument` of the
// request. No route is set when none matches, or when the argument is not UTF-8.
void find_route(Request& request);

// ---- Handlers

// search_handlers.cpp: what a query finds, as JSON.
Response handle_search(const Call& call, search::Searcher& searcher);
Response handle_suggest(const Call& call, search::Searcher& searcher);
Response handle_browser_suggestions(const Call& call, search::Searcher& searcher);
Response handle_similar(const Call& call, search::Searcher& searcher);
Response handle_facet(const Call& call, search::Searcher& searcher);
Response handle_trends(const Call& call, search::Searcher& searcher);
Response handle_trends_csv(const Call& call, search::Searcher& searcher);

// document_handlers.cpp: one document, as JSON or as a citation.
Response handle_document(const Call& call, search::Searcher& searcher);
Response handle_ris(const Call& call, search::Searcher& searcher);
Response handle_bibtex(const Call& call, search::Searcher& searcher);
Response handle_csl(const Call& call, search::Searcher& searcher);

// export_handlers.cpp: a query to take away, whole or as a feed. Exports are streamed: the response
// is returned before the first document is read.
Response handle_export_json_lines(const Call& call, search::Searcher& searcher);
Response handle_export_csv(const Call& call, search::Searcher& searcher);
Response handle_atom_feed(const Call& call, search::Searcher& searcher);
Response handle_json_feed(const Call& call, search::Searcher& searcher);

// service_handlers.cpp: the interface described, and the state of the server.
Response handle_openapi(const Call& call);
Response handle_opensearch(const Call& call);
Response handle_api_page(const Call& call, search::Searcher& searcher);
Response handle_health(const Call& call);
Response handle_readiness(const Call& call, search::Searcher& searcher);

// The content of the page `/api`, made of the routes. `document_id`: of any document, so that the
// examples work; empty: there is none.
pages::ApiView describe_api(std::string_view document_id);

// page_handlers.cpp: pages for people, in French. They read parameters leniently
// (parse_query_form), and answer with a French page when something is wrong.
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

// `problem` as a French page in the archive's frame, which shows `summary`.
Response problem_page(const Problem& problem, const pages::Pages& pages,
                      const search::ArchiveSummary& summary);

// ---- Responses

// 200 with JSON.
Response json_response(std::string body);
// A page with the policies that a browser must enforce: no script but ours, no frame, no tracking.
Response html_response(unsigned status, std::string html);

// 400 for wrong parameters, at least one; the first of them gives the detail.
Response bad_parameters(std::vector<ParameterError> errors, std::string_view path);

}  // namespace pressoir::app
