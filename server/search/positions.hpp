// Where words and phrases stand in a document, from the position lists of the index. Used by one
// thread at a time for one database; every function throws what Xapian throws.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/search/query.hpp"

namespace pressoir::search {

// The positions of a word in any of its forms, in order, each once.
std::vector<Xapian::termpos> word_positions(const Xapian::Database& database,
                                            std::uint32_t document, const QueryWord& word);

// The positions at which the phrase begins: its words, folded, one behind the other.
std::vector<Xapian::termpos> phrase_positions(const Xapian::Database& database,
                                              std::uint32_t document,
                                              const std::vector<QueryWord>& words);

}  // namespace pressoir::search
