// The rules of the source tree: which module may include which, which library stays in which
// module, how large files and folders may be, how much is explained, and what no thread may use.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pressoir::architecture {

// Everything in `root` that breaks a rule: in the list of arrows
// (`root`/tests/unit/architecture/arrows.txt), in its drawing (the block ```arrows of
// `root`/ARCHITECTURE.md), then below `root`/indexer, `root`/server and `root`/tests in the order
// of paths, as `indexer/base/date.cpp:3: indexer/base may not include server/http`.
std::vector<std::string> find_violations(const std::filesystem::path& root);

// Shares of the sources below `root`/indexer and `root`/server. A comment is a line that has
// nothing before `//`; shares of comments are of the lines that are not blank.
struct Shares {
  double short_files = 0;      // of less than 40 lines
  double lines_a_file = 0;     // mean
  double header_comments = 0;  // of *.hpp
  double source_comments = 0;  // of *.cpp
};
Shares measure_shares(const std::filesystem::path& root);

}  // namespace pressoir::architecture
