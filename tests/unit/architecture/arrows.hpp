// The list of modules and of what each may include: arrows.txt, which tells its own format. CMake
// links the libraries by the same list.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pressoir::architecture {

// One folder of the source tree, as `server/search/rank`.
struct Module {
  std::string folder;
  std::vector<std::string> may_include;  // folders, in the order of the list
  int floor = 0;  // 0: includes no other; else one above the highest of these
};

struct Arrows {
  std::vector<Module> modules;  // each after those that it may include: there is no cycle
  std::map<std::string, std::vector<std::string>> libraries;  // modules by beginning of headers

  const Module* find(const std::string& folder) const;  // null when the list does not name it
};

// Reads the list. What is wrong with it is added to `violations`, each with its line: a module that
// is listed twice, before one that it may include (so that arrows could form a cycle), or that no
// line defines.
Arrows read_arrows(const std::filesystem::path& file, std::vector<std::string>& violations);

// The drawing for ARCHITECTURE.md: a module a line, the highest floor first, lines of at most 120
// characters. Folders are named without `indexer/` and `server/`.
std::string draw(const Arrows& arrows);

}  // namespace pressoir::architecture
