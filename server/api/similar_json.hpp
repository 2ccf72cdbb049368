// Similar documents as the JSON of `GET /api/v1/documents/{id}/similar`. May be called from any
// thread.
#pragma once

#include <string>

#include "server/api/field.hpp"
#include "server/search/results.hpp"

namespace pressoir::api {

// One object on one line; each result holds `fields` and the words it shares.
std::string similar_to_json(const search::SimilarRequest& request, const FieldSet& fields,
                            const search::SimilarResults& results);

}  // namespace pressoir::api
