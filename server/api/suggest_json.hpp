// Offers as the JSON of `GET /api/v1/suggest`. May be called from any thread.
#pragma once

#include <string>

#include "server/suggest/suggestion.hpp"

namespace pressoir::api {

// One object on one line. An offer has `kind`, `text`, `value` and `count`, then what its kind
// adds.
std::string suggestions_to_json(const suggest::SuggestRequest& request,
                                const suggest::Suggestions& suggestions);

// The same as browsers want them (OpenSearch's extension for suggestions): `["q",["…"],[],[]]`, the
// texts of the offers without repeats, no descriptions, no addresses.
std::string suggestions_to_browser_json(const suggest::SuggestRequest& request,
                                        const suggest::Suggestions& suggestions);

}  // namespace pressoir::api
