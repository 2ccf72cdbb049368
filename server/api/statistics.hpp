// What there is to watch of an application: plain figures, taken at one moment.
#pragma once

#include <cstdint>
#include <string>

#include "server/search/query_cache.hpp"

namespace pressoir::api {

struct Statistics {
  std::string revision;  // of the archive; empty: there is none
  std::uint64_t documents = 0;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970; 0: unknown
  search::CacheStatistics cache;
};

}  // namespace pressoir::api
