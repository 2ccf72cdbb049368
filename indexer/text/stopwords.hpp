// French function words: found by phrases and by queries made of nothing else, left out of the
// condition when a query has other words.
#pragma once

#include <string_view>

namespace pressoir::text {

// `word` as written with its accents, in lower case. Any thread.
bool is_stopword(std::string_view word) noexcept;

}  // namespace pressoir::text
