// Bytes packed by zstd: what is stored of documents. Any thread; each keeps its own working memory,
// some 100 KB, because allocating it costs more than the work.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pressoir::index {

enum class Effort {
  kLess,  // for what is mostly made smaller by the frequencies of its bytes
  kMore,  // for texts; above it those of a few kilobytes hardly become smaller
};

std::string compress(std::string_view bytes, Effort effort = Effort::kMore);

// The inverse. Nothing when the bytes are not what compress() gave, whole, or would be more than
// `max_bytes`.
std::optional<std::string> decompress(std::string_view packed, std::size_t max_bytes);

}  // namespace pressoir::index
