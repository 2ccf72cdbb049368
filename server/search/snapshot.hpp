// One state of an archive: a revision of the index and its columns. Does not change once made.
#pragma once

#include <cstdint>

#include "server/search/columns.hpp"

namespace pressoir::search {

struct Snapshot {
  explicit Snapshot(const Xapian::Database& database);

  Columns columns;
  Xapian::rev revision;  // of the database it was read from
  std::uint64_t documents;
  base::Date first_date;  // of the dated documents; none when there are none
  base::Date last_date;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970
};

}  // namespace pressoir::search
