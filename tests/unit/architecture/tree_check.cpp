#include "tests/unit/architecture/tree_check.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>

#include "tests/unit/architecture/arrows.hpp"

namespace pressoir::architecture {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxLines = 500;
constexpr std::size_t kMaxFiles = 30;  // of one folder, not counting folders in it
constexpr int kShortFile = 40;         // files of fewer lines are short

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

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Why a file of `module` may not include it; empty when it may.
std::string forbid(const Module& module, const Include& include, const Arrows& arrows) {
  if (include.is_ours) {
    const std::string other = fs::path(include.header).parent_path().generic_string();
    if (other == module.folder || contains(module.may_include, other)) return {};
    return module.folder + " may not include " + (other.empty() ? include.header : other);
  }
  for (const auto& [header, modules] : arrows.libraries) {
    if (include.header.starts_with(header) && !contains(modules, module.folder)) {
      return module.folder + " may not include <" + include.header + ">";
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

void check_file(const fs::path& root, const fs::path& path, const Arrows& arrows,
                std::vector<std::string>& violations) {
  const std::string name = path.generic_string();
  const std::string folder = path.parent_path().generic_string();
  const bool is_test = name.starts_with("tests/");
  const Module* module = arrows.find(folder);
  if (!is_test && module == nullptr) {
    violations.push_back(name + ": " + folder + " is a module without arrows");
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
    const std::string reason = forbid(*module, *include, arrows);
    if (!reason.empty()) violations.push_back(name + ":" + std::to_string(number) + ": " + reason);
  }
  if (number > kMaxLines) {
    violations.push_back(name + ": " + std::to_string(number) + " lines, more than " +
                         std::to_string(kMaxLines));
  }
}

void check_folders(const std::vector<fs::path>& sources, std::vector<std::string>& violations) {
  std::map<std::string, std::size_t> files;
  for (const fs::path& path : sources) ++files[path.parent_path().generic_string()];
  for (const auto& [folder, count] : files) {
    if (count <= kMaxFiles) continue;
    violations.push_back(folder + ": " + std::to_string(count) + " files, more than " +
                         std::to_string(kMaxFiles));
  }
}

std::string read_text(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check_drawing(const fs::path& root, const Arrows& arrows,
                   std::vector<std::string>& violations) {
  const std::string block = "```arrows\n" + draw(arrows) + "```\n";
  if (read_text(root / "ARCHITECTURE.md").find(block) == std::string::npos) {
    violations.push_back("ARCHITECTURE.md: the drawing is not that of arrows.txt, which is\n" +
                         block);
  }
}

// The lines of one file by what stands on them.
struct Lines {
  int all = 0;
  int blank = 0;
  int comments = 0;

  void add(const Lines& other) {
    all += other.all;
    blank += other.blank;
    comments += other.comments;
  }
  double comment_share() const { return all == blank ? 0 : double(comments) / (all - blank); }
};

Lines count_lines(const fs::path& path) {
  Lines lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    ++lines.all;
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos)
      ++lines.blank;
    else if (line.compare(begin, 2, "//") == 0)
      ++lines.comments;
  }
  return lines;
}

}  // namespace

std::vector<std::string> find_violations(const fs::path& root) {
  std::vector<std::string> violations;
  const Arrows arrows = read_arrows(root / "tests/unit/architecture/arrows.txt", violations);
  check_drawing(root, arrows, violations);
  for (const char* folder : {"indexer", "server", "tests"}) {
    const std::vector<fs::path> sources = list_sources(root, folder);
    check_folders(sources, violations);
    for (const fs::path& path : sources) check_file(root, path, arrows, violations);
  }
  return violations;
}

Shares measure_shares(const fs::path& root) {
  Lines headers;
  Lines sources;
  int files = 0;
  int short_files = 0;
  for (const char* folder : {"indexer", "server"}) {
    for (const fs::path& path : list_sources(root, folder)) {
      const Lines lines = count_lines(root / path);
      (path.extension() == ".cpp" ? sources : headers).add(lines);
      ++files;
      if (lines.all < kShortFile) ++short_files;
    }
  }
  if (files == 0) return {};
  return {double(short_files) / files, double(headers.all + sources.all) / files,
          headers.comment_share(), sources.comment_share()};
}

}  // namespace pressoir::architecture
