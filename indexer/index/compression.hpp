// Compression by zstd of what is stored of documents: heads, bodies, words of word streams, and the
// spool of an ingest run. Xapian's own zlib is left nothing to do: it would inflate whole documents
// where a head is enough. Any thread; each keeps its own contexts, some 100 KB, because allocating
// them costs more than compressing a page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressoir::index {

// The level of zstd.
enum class Effort {
  kLess,  // 1: for sorted words, where front coding has removed the repetitions already
  kMore,  // 3: for texts; higher levels hardly make texts of a few kilobytes smaller
};

// Any bytes, also none; the result is one zstd frame with the size of `bytes` in it. Other versions
// of zstd may give other bytes for the same input, so that results must not be compared. Throws
// std::bad_alloc.
//
//   decompress(compress("été"), 1 << 20)  // "été"
//   decompress("not a frame", 1 << 20)    // nothing
std::string compress(std::string_view bytes, Effort effort = Effort::kMore);

// The inverse. Nothing when the bytes are not what compress() returned, are cut, or would take more
// than `max_bytes`: the size is read from the frame before anything is allocated.
std::optional<std::string> decompress(std::string_view packed, std::size_t max_bytes);

}  // namespace pressoir::index
