// The table of routes: each endpoint's description and the handler that answers it. Dispatch,
// /openapi.json, the page /api and the labels of the metrics are all made of it. Any thread.
#pragma once

#include <span>
#include <variant>

#include "server/api/openapi.hpp"
#include "server/app/handlers.hpp"
#include "server/app/message.hpp"

namespace pressoir::app {

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

}  // namespace pressoir::app
