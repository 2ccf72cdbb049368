// Opening an index for reading or writing, with the checks that keep an old or foreign one from
// being misread. Any thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// Errors as IndexReader::open has them. An index without documents opens.
base::Result<Xapian::Database> open_database(const std::string& path);

struct WritableIndex {
  Xapian::WritableDatabase database;  // locked
  std::uint64_t generation = 0;
};

// Errors as IndexWriter::open has them. Makes the index when the folder is absent or empty, and
// removes what a killed writer left.
base::Result<WritableIndex> open_writable_index(const std::string& path);

}  // namespace pressoir::index
