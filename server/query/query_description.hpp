// A query in French words, for the person who typed it. Any thread.
#pragma once

#include <string>

#include "server/query/notes.hpp"
#include "server/query/query.hpp"

namespace pressoir::query {

// `Textes contenant « pôles » et « compétitivité », publiés de mai 2012 à mars 2014`; the notes
// follow in parentheses. Empty for everything, unless there are notes. Of long lists the first
// items are named and the others counted.
std::string describe(const Query& query, const Notes& notes);

}  // namespace pressoir::query
