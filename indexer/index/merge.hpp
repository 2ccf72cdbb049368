// Several Xapian databases as one. Any thread.
#pragma once

#include <string>
#include <vector>

namespace pressoir::index {

enum class Merge {
  kToFolder,   // a database that can be written to
  kToOneFile,  // one that is only read: a tenth of the open files
};

// Writes a new database of the documents of all `sources`, in that order; its numbers are new. Of
// equal metadata keys the first source's counts. Throws what Xapian throws.
void merge_databases(const std::vector<std::string>& sources, const std::string& destination,
                     Merge kind);

}  // namespace pressoir::index
