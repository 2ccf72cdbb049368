// Feeds as they are sent: Atom (RFC 4287, with the response elements of OpenSearch 1.1, pages as
// RFC 5005 links them and the document's date as Dublin Core's) and JSON Feed 1.1
// (https://www.jsonfeed.org/version/1.1/). Pure functions, any thread.
#pragma once

#include <string>

#include "server/api/feed.hpp"

namespace pressoir::api {

std::string to_atom(const FeedPage& page);
std::string to_json_feed(const FeedPage& page);

}  // namespace pressoir::api
