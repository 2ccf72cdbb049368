// OpenSearch 1.1 (https://github.com/dewitt/opensearch): how browsers and feed readers add Pressoir
// to their search engines, and the suggestions that browsers then ask for. Pure functions, any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "server/suggest/suggestion.hpp"

namespace pressoir::api {

// The description document. `base_url`, the address of `/` for clients without its last slash,
// begins every address in it.
std::string opensearch_description(std::string_view base_url);

// Suggestions as browsers read them (an extension of OpenSearch): `["q",["…"],[],[]]`, the texts
// without duplicates, no descriptions, no addresses.
std::string suggestions_to_browser_json(const suggest::SuggestRequest& request,
                                        const suggest::Suggestions& suggestions);

}  // namespace pressoir::api
