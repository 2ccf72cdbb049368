// Stop words: French function words. They are indexed, so that phrases and queries made of nothing
// else find them; a query with other words does not require them, and lists of characteristic words
// leave them out. Forms of être and avoir are among them, nouns that are also forms (`été`) are
// not.
#pragma once

#include <string_view>

namespace pressoir::text {

// `word` in its exact form: lower case with its accents (`où` and `ou` are both stop words, `sûr`
// is none). Any thread.
bool is_stopword(std::string_view word) noexcept;

}  // namespace pressoir::text
