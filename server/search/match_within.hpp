// Xapian's own matching inside a set of documents: its phrases and NEAR read position lists lazily
// and eight times as fast as the public iterators can.
#pragma once

#include <xapian.h>

#include "server/search/deadline.hpp"
#include "server/search/document_set.hpp"

namespace pressoir::search {

// The documents of `within` that `query` matches; only some of them when `deadline` passes.
// Positions are read of documents of `within` only. Throws what Xapian throws; one thread at a time
// for one database.
DocumentSet match_within(const Xapian::Database& database, const Xapian::Query& query,
                         const DocumentSet& within, Deadline& deadline);

}  // namespace pressoir::search
