// The addresses of the server: one table says what each is called, takes, does and answers. The
// router, /openapi.json and the page /api are made of it. Every function may be called from any
// thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "server/api/conditional.hpp"
#include "server/api/handlers.hpp"
#include "server/api/parameters.hpp"

namespace pressoir::api {

using DirectHandler = Response (*)(const Call&);                     // needs no archive
using SearchHandler = Response (*)(const Call&, search::Searcher&);  // runs on a worker

// Whom an address is for: groups of the documentation.
enum class Audience { kPrograms, kPeople, kOperators };

// A form in which an address answers when all is well.
struct Answer {
  std::string_view media_type;
  std::string_view schema;  // a name of schemas.json; empty: text that it does not describe
};

struct Route {
  std::string_view pattern;  // a path; `{…}` stands for one part, or its beginning, not empty
  std::string_view name;     // in logs and documentation: `search`
  std::string_view meaning;  // English
  std::string_view french;   // for the page /api
  Audience audience;
  std::span<const Parameter> (*parameters)();  // nullptr: the query string is not read
  std::span<const Answer> answers;             // the first is the default
  Freshness freshness;
  std::string_view example;  // a query string that shows it at work; may be empty
  std::variant<DirectHandler, SearchHandler> handler;
};

// In the order in which they are tried.
std::span<const Route> routes();

struct RouteMatch {
  const Route* route;
  std::string argument;  // what `{…}` stood for, decoded; empty when the pattern has none
};

// The route of a path that is still percent-encoded; nothing when there is none, or when the
// argument is not UTF-8.
std::optional<RouteMatch> find_route(std::string_view path);

}  // namespace pressoir::api
