// How browsers and readers of feeds add Pressoir to their search engines: an OpenSearch 1.1
// description document (https://github.com/dewitt/opensearch). Any thread.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::api {

// `base_url`: as Request has it; every address of the document begins with it.
std::string opensearch_description(std::string_view base_url);

}  // namespace pressoir::api
