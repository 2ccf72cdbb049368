// The interface described for people: routes and parameters as the page `/api` shows them. Pure
// functions, any thread.
#pragma once

#include <string_view>

#include "server/pages/pages.hpp"

namespace pressoir::api {

// `document_id`: of a document that the archive holds, for examples that run; empty: none.
pages::ApiView describe_api(std::string_view document_id);

}  // namespace pressoir::api
