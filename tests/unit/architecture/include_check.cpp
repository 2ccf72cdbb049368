#include "tests/unit/architecture/include_check.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace pressoir::architecture {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxLines = 500;

// What each module may include besides itself. `indexer` and `server` are the programs' own files.
const std::map<std::string, std::set<std::string>> kArrows = {
    {"indexer/base", {}},
    {"indexer/text", {"indexer/base"}},
    {"indexer/gazetteer", {"indexer/text", "indexer/base"}},
    {"indexer/extract", {"indexer/gazetteer", "indexer/text", "indexer/base"}},
    {"indexer/index", {"indexer/text", "indexer/base"}},
    {"indexer/sources", {"indexer/extract", "indexer/base"}},
    {"indexer/ingest",
     {"indexer/sources", "indexer/extract", "indexer/gazetteer", "indexer/index", "indexer/base"}},
    {"indexer",
     {"indexer/ingest", "indexer/sources", "indexer/extract", "indexer/gazetteer", "indexer/index",
      "indexer/base"}},
    {"server/search", {"indexer/gazetteer", "indexer/index", "indexer/text", "indexer/base"}},
    {"server/wording", {"indexer/base"}},
    {"server/pages/timeline", {"server/search", "server/wording", "indexer/base"}},
    {"server/pages",
     {"server/pages/timeline", "server/search", "server/wording", "indexer/gazetteer",
      "indexer/base"}},
    {"server/api", {"server/search", "server/pages", "server/wording", "indexer/base"}},
    {"server/http", {"server/api", "server/search", "server/pages", "indexer/base"}},
    {"server", {"server/http", "server/api", "server/search", "server/pages", "indexer/base"}},
};

// Libraries, by how their headers begin, and the only modules that may see them.
struct LibraryRule {
  std::string_view header;
  std::set<std::string> modules;
};
const std::vector<LibraryRule> kLibraries = {
    {"xapian", {"indexer/index", "server/search"}},
    {"gumbo", {"indexer/extract"}},
    {"ctemplate/", {"server/pages"}},
    {"boost/beast", {"server/http"}},
    {"prometheus/", {"server/http"}},
    {"boost/asio", {"server/http", "server"}},
    {"unicode/", {"indexer/text", "indexer/extract"}},
    {"libstemmer", {"indexer/text"}},
};

struct Include {
  std::string header;
  bool is_ours = false;  // in quotation marks
};

std::optional<Include> read_include(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return std::nullopt;
  const std::size_t word = line.find_first_not_of(" \t", hash + 1);
  if (word == std::string::npos || line.compare(word, 7, "include") != 0) return std::nullopt;
  const std::size_t open = line.find_first_of("\"<", word);
  if (open == std::string::npos) return std::nullopt;
  const std::size_t close = line.find_first_of("\">", open + 1);
  if (close == std::string::npos) return std::nullopt;
  return Include{line.substr(open + 1, close - open - 1), line[open] == '"'};
}

// Why a file of `module` may not include it; empty when it may.
std::string forbid(const std::string& module, const Include& include) {
  if (include.is_ours) {
    const std::string other = fs::path(include.header).parent_path().generic_string();
    if (other == module || kArrows.at(module).contains(other)) return {};
    return module + " may not include " + (other.empty() ? include.header : other);
  }
  for (const LibraryRule& rule : kLibraries) {
    if (include.header.starts_with(rule.header) && !rule.modules.contains(module)) {
      return module + " may not include <" + include.header + ">";
    }
  }
  return {};
}

// One object of Xapian's, whose copies all threads count without a lock.
bool uses_shared_query(const std::string& line) {
  return line.find("Query::MatchAll") < line.find("//");
}

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp" || path.extension() == ".h";
}

// Every source below one folder of `root`, relative to it.
std::vector<fs::path> list_sources(const fs::path& root, const std::string& folder) {
  std::vector<fs::path> sources;
  if (!fs::is_directory(root / folder)) return sources;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    if (entry.is_regular_file() && is_source(entry.path())) {
      sources.push_back(fs::relative(entry.path(), root));
    }
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

void check_file(const fs::path& root, const fs::path& path, std::vector<std::string>& violations) {
  const std::string name = path.generic_string();
  const std::string module = path.parent_path().generic_string();
  const bool is_test = name.starts_with("tests/");
  if (!is_test && !kArrows.contains(module)) {
    violations.push_back(name + ": " + module + " is a module without arrows");
    return;
  }
  std::ifstream file(root / path);
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (is_test) continue;
    if (uses_shared_query(line)) {
      violations.push_back(name + ":" + std::to_string(number) + ": Query::MatchAll is not for " +
                           "several threads; write Xapian::Query(std::string())");
    }
    const auto include = read_include(line);
    if (!include) continue;
    const std::string reason = forbid(module, *include);
    if (!reason.empty()) violations.push_back(name + ":" + std::to_string(number) + ": " + reason);
  }
  if (number > kMaxLines) {
    violations.push_back(name + ": " + std::to_string(number) + " lines, more than " +
                         std::to_string(kMaxLines));
  }
}

}  // namespace

std::vector<std::string> find_violations(const fs::path& root) {
  std::vector<std::string> violations;
  for (const char* folder : {"indexer", "server", "tests"}) {
    for (const fs::path& path : list_sources(root, folder)) check_file(root, path, violations);
  }
  return violations;
}

}  // namespace pressoir::architecture
