// Values of one facet as the JSON of `GET /api/v1/facets/{facet}`. May be called from any thread.
#pragma once

#include <string>

#include "server/search/facet_lookup.hpp"

namespace pressoir::api {

// One object on one line.
std::string facet_lookup_to_json(const search::FacetLookupRequest& request,
                                 const search::FacetLookup& lookup);

}  // namespace pressoir::api
