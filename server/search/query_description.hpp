// A query in French words, for the person who typed it. Any thread.
#pragma once

#include <string>
#include <vector>

#include "server/search/query.hpp"

namespace pressoir::search {

// `Textes contenant « pôles » et « compétitivité », datés de 2012-05 à 2014-03`; the notes follow in
// parentheses. Empty for everything, unless there are notes.
std::string describe(const Query& query, const std::vector<std::string>& notes);

}  // namespace pressoir::search
