// A property that every input must keep: a fuzzer stops where it is broken.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace pressoir::fuzz {

inline void require(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", property);
  std::abort();
}

}  // namespace pressoir::fuzz
