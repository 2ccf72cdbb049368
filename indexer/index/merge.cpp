#include "indexer/index/merge.hpp"

#include <xapian.h>

namespace pressoir::index {

void merge_databases(const std::vector<std::string>& sources, const std::string& destination,
                     Merge kind) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(Xapian::Database(source));
  all.compact(destination, kind == Merge::kToOneFile ? Xapian::DBCOMPACT_SINGLE_FILE : 0);
}

}  // namespace pressoir::index
