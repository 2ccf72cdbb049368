// Room on the disk, looked at before Xapian writes: where a disk fills up under it, Xapian may end
// the process (it writes in destructors) or lose the reason.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// What Xapian writes for a text, in the text's bytes: about two, measured; twice that to be safe.
inline constexpr std::uint64_t kWrittenPerTextByte = 4;

// What must be free besides: blocks that a commit writes anew before it lets go of the old ones.
inline constexpr std::uint64_t kSpareBytes = 64ull << 20;

// kNoSpace when the disk of `folder` has less than `bytes` and kSpareBytes free; nothing when that
// cannot be told. `path` is the index's, for the message. Any thread.
base::Result<void> require_space(const std::string& folder, std::uint64_t bytes,
                                 const std::string& path);

// Bytes of a file, or of all files below a folder; 0 when there is none. Any thread.
std::uint64_t bytes_on_disk(const std::string& path);
std::uint64_t bytes_on_disk(std::span<const std::string> paths);

}  // namespace pressoir::index
