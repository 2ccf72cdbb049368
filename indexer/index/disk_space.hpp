// Room on the disk, looked at before Xapian writes: where a disk fills up under it, Xapian may end
// the process (it writes in destructors) or lose the reason.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// Of a text, what Xapian writes for it at most, in its bytes.
inline constexpr std::uint64_t kWrittenPerTextByte = 4;

// What must be free besides: blocks that a commit writes anew before it lets go of the old ones.
inline constexpr std::uint64_t kSpareBytes = 64ull << 20;

// kNoSpace when the disk of `folder` has less than `bytes` and kSpareBytes free; nothing when that
// cannot be told. `path` is the index's, for the message. Any thread.
base::Result<void> require_space(const std::string& folder, std::uint64_t bytes,
                                 const std::string& path);

// Bytes of all files below a folder; 0 when there is none.
std::uint64_t folder_bytes(const std::string& folder);

}  // namespace pressoir::index
