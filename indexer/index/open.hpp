// Opening an index for reading or writing, with the checks that keep an old or foreign one from
// being misread. Any thread.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/index/readable_index.hpp"

namespace pressoir::index {

// What a shard elsewhere is given to be connected to, and then for each answer.
inline constexpr std::chrono::milliseconds kShardTimeout{3'000};

// Opens the folder of an index, or the shards that a stub names (stub.hpp). Errors as
// IndexReader::open has them, and kUnavailable: a shard does not answer. An index without documents
// opens.
base::Result<ReadableIndex> open_database(const std::string& path,
                                          std::chrono::milliseconds shard_timeout = kShardTimeout);

struct WritableIndex {
  Xapian::WritableDatabase database;  // locked
  std::uint64_t generation = 0;
};

// Errors as IndexWriter::open has them. Makes the index when the folder is absent or empty, and
// removes what a killed writer left.
base::Result<WritableIndex> open_writable_index(const std::string& path);

}  // namespace pressoir::index
