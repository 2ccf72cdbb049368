// The addresses of the server: one table says what each is called, takes and does. Every function
// may be called from any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "server/api/handlers.hpp"
#include "server/api/parameters.hpp"

namespace pressoir::api {

using DirectHandler = Response (*)(const Call&);                     // needs no archive
using SearchHandler = Response (*)(const Call&, search::Searcher&);  // runs on a worker

struct Route {
  std::string_view pattern;  // a path; a last part `{…}` stands for one part that is not empty
  std::string_view name;     // in logs and documentation: `search`
  std::string_view meaning;  // English
  std::span<const Parameter> (*parameters)();  // nullptr: the query string is not read
  std::variant<DirectHandler, SearchHandler> handler;
};

std::span<const Route> routes();

struct RouteMatch {
  const Route* route;
  std::string argument;  // what `{…}` stood for, decoded; empty when the pattern has none
};

// The route of a path that is still percent-encoded; nothing when there is none, or when the
// argument is not UTF-8.
std::optional<RouteMatch> find_route(std::string_view path);

}  // namespace pressoir::api
