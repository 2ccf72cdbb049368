// Opening an index for reading or writing, with the checks that keep an old or foreign one from
// being misread: schema version, analyzer digest, and that the folder was not replaced while it was
// opened. Used by IndexReader, IndexWriter and server/store. Any thread.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/index/readable_index.hpp"

namespace pressoir::index {

// Time for the connection to a remote shard, and again for each of its answers.
inline constexpr std::chrono::milliseconds kShardTimeout{3'000};

// Opens the folder of an index, or the shards that a stub names (folder.hpp), at their last
// commits. Errors as IndexReader::open's, and kUnavailable when a shard does not answer; one
// missing shard fails the whole, because an answer without it would be wrong without notice. An
// index without documents opens.
base::Result<ReadableIndex> open_database(const std::string& path,
                                          std::chrono::milliseconds shard_timeout = kShardTimeout);

struct WritableIndex {
  Xapian::WritableDatabase database;  // locked until it is closed
  std::uint64_t generation = 0;
};

// Errors as IndexWriter::open's. Makes the index when the folder is absent or empty, and removes
// what a killed writer left.
base::Result<WritableIndex> open_writable_index(const std::string& path);

// The same of an index that exists, whatever version made it: for rebuild_index().
base::Result<WritableIndex> open_index_of_any_version(const std::string& path);

}  // namespace pressoir::index
