// A text in fragments: what matched a query, and what stands between.
#pragma once

#include <string_view>
#include <vector>

#include "server/search/request.hpp"

namespace pressoir::search {

// Adds `text` behind the others: to the last fragment when that one is alike, which then has the
// weaker of the two forms; nothing for an empty text. Any thread.
void add_fragment(std::vector<Fragment>& fragments, std::string_view text, bool match,
                  MatchForm form = MatchForm::kExact);

}  // namespace pressoir::search
