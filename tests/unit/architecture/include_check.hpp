// The rules of the source tree: which module may include which, which library stays in which
// module, how long a file may be, and what no thread may use.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pressoir::architecture {

// Everything below `root`/indexer, `root`/server and `root`/tests that breaks a rule, as
// `indexer/base/date.cpp:3: indexer/base may not include server/http`, in the order of paths.
std::vector<std::string> find_violations(const std::filesystem::path& root);

}  // namespace pressoir::architecture
