// The interface described for programs: an OpenAPI 3.1 document, made of the same descriptions that
// route requests and check their parameters, and of schemas.json. Pure functions, any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/query/request_parameters.hpp"

namespace pressoir::api {

// Whom an endpoint is for: the groups of the documentation. Scripts of other sites (CORS) may read
// what is for programs.
enum class Audience { kPrograms, kPeople, kOperators };

// What the validator (ETag) of an endpoint's answers is made of.
enum class Freshness {
  kNone,      // there is none: the answer reports the state of this moment
  kRevision,  // the revision of the archive and the request: known before the work is done
  kContent,   // the bytes of the answer: the same as long as they are, whatever the archive does
};

// A form in which an endpoint answers with 200.
struct Answer {
  std::string_view media_type;
  std::string_view schema;  // a name of schemas.json; empty: text that no schema describes
};

// An address of the server and what it takes and answers. Plain constants.
struct Endpoint {
  // A path; `{…}` is one path segment, or its beginning, not empty.
  std::string_view pattern;
  // In logs, metrics and as operationId: `search`.
  std::string_view name;
  // A sentence in English, and the same in French for the page /api.
  std::string_view meaning;
  std::string_view french;
  Audience audience;
  // nullptr: the query string is not checked.
  std::span<const query::Parameter> (*parameters)();
  // The first is the default.
  std::span<const Answer> answers;
  Freshness freshness;
  // A query string that shows the endpoint at work; may be empty.
  std::string_view example;
};

// `base_url`: the address of `/` for clients; empty: relative addresses.
std::string openapi_json(std::span<const Endpoint> endpoints, std::string_view base_url);

}  // namespace pressoir::api
