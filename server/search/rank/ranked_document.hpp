// What a ranking is asked for and what it gives. Plain data.
#pragma once

#include <cstdint>

namespace pressoir::search::rank {

struct RankedDocument {
  std::uint32_t document = 0;
  double score = 0;
};

struct Page {
  std::uint32_t start = 0;  // 0-based rank of the first
  std::uint32_t count = 0;
};

}  // namespace pressoir::search::rank
