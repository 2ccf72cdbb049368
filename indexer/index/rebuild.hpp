// Analyses the texts that an index keeps once more, for an index of an older version: the next
// generation is made beside the current one, which is served meanwhile, and takes its place when it
// is whole. What was extracted from pages stays as it was.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// The number of documents of the new generation. Holds the writer's lock; needs room on the disk
// for both generations. `jobs` threads analyse, 1 at least. Errors: kNotFound and kNotAnIndex as
// IndexReader::open's, kIndexLocked, kNoSpace, kUnreadable, and kIndexMismatch when documents are
// kept in a form that this version cannot read. A failure leaves the current generation as it is.
base::Result<std::uint64_t> rebuild_index(const std::string& path, unsigned jobs);

}  // namespace pressoir::index
