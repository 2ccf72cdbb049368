// What a query also means: the name behind an acronym and the acronym of a name, as the archive's
// own documents explain them; the documents of those who held an office, during their terms.
#pragma once

#include "server/query/expand/interpreter.hpp"

namespace pressoir::query::expand {

// Puts a kEither in the place of the words that name an acronym, an expansion or an office. Throws
// what Xapian throws.
void widen(ParsedQuery& parsed, const ReadingContext& context, Reading& reading);

}  // namespace pressoir::query::expand
