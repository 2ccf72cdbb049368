// What there is to watch of an application: plain figures, taken at one moment.
#pragma once

#include <cstdint>
#include <string>

namespace pressoir::api {

// Answers to repeated queries. `hits` and `misses` only grow while the process runs.
struct CacheStatistics {
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::uint64_t entries = 0;  // kept now
  std::uint64_t bytes = 0;    // that these take
};

struct Statistics {
  std::string revision;  // of the archive; empty: there is none
  std::uint64_t documents = 0;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970; 0: unknown
  CacheStatistics cache;
};

}  // namespace pressoir::api
