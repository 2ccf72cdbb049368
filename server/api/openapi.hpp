// The interface described for programs, made of the tables that drive it: routes, parameters, and
// the schemas of schemas.json. Every function may be called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::api {

// An OpenAPI 3.1 document. `base_url` is where clients reach `/`; empty: relative addresses.
std::string openapi_json(std::string_view base_url);

}  // namespace pressoir::api
