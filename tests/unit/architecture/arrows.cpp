#include "tests/unit/architecture/arrows.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace pressoir::architecture {
namespace {

constexpr std::size_t kMaxColumns = 120;

// `rank` of `server/search/rank` would not tell its place: only the program's name is dropped.
std::string short_name(const std::string& folder) {
  const std::size_t slash = folder.find('/');
  return slash == std::string::npos ? folder : folder.substr(slash + 1);
}

std::size_t longest_name(const Arrows& arrows) {
  std::size_t longest = 0;
  for (const Module& module : arrows.modules) {
    longest = std::max(longest, short_name(module.folder).size());
  }
  return longest;
}

// `items` after `head`, a comma apart; further lines begin below the first item.
std::string wrap(const std::string& head, const std::vector<std::string>& items) {
  std::string text = head;
  std::size_t column = head.size();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = short_name(items[i]) + (i + 1 < items.size() ? "," : "");
    if (column + 1 + item.size() > kMaxColumns) {
      text += "\n" + std::string(head.size(), ' ');
      column = head.size();
    }
    text += " " + item;
    column += 1 + item.size();
  }
  return text + "\n";
}

}  // namespace

const Module* Arrows::find(const std::string& folder) const {
  const auto found = std::find_if(modules.begin(), modules.end(),
                                  [&](const Module& module) { return module.folder == folder; });
  return found == modules.end() ? nullptr : &*found;
}

Arrows read_arrows(const std::filesystem::path& file, std::vector<std::string>& violations) {
  Arrows arrows;
  std::ifstream list(file);
  int number = 0;
  for (std::string line; std::getline(list, line);) {
    ++number;
    const std::size_t colon = line.find(':');
    if (line.starts_with('#') || colon == std::string::npos) continue;
    const auto complain = [&](const std::string& reason) {
      violations.push_back(file.filename().generic_string() + ":" + std::to_string(number) + ": " +
                           reason);
    };
    const std::string name = line.substr(0, colon);
    const bool is_library = name.starts_with('<') && name.ends_with('>');
    Module module{name, {}, 0};
    if (arrows.find(name) != nullptr) complain(name + " is listed twice");
    std::istringstream words(line.substr(colon + 1));
    for (std::string word; words >> word;) {
      const Module* other = arrows.find(word);
      if (other == nullptr) complain(name + " is listed before " + word);
      module.may_include.push_back(word);
      module.floor = std::max(module.floor, other == nullptr ? 0 : other->floor + 1);
    }
    if (is_library) {
      arrows.libraries[name.substr(1, name.size() - 2)] = module.may_include;
    } else {
      arrows.modules.push_back(std::move(module));
    }
  }
  return arrows;
}

std::string draw(const Arrows& arrows) {
  std::vector<Module> modules(arrows.modules.rbegin(), arrows.modules.rend());
  std::stable_sort(modules.begin(), modules.end(),
                   [](const Module& a, const Module& b) { return a.floor > b.floor; });
  const std::size_t width = longest_name(arrows);
  std::string drawing;
  for (const Module& module : modules) {
    const std::string floor = std::to_string(module.floor);
    std::string head = std::string(2 - std::min<std::size_t>(2, floor.size()), ' ') + floor + "  " +
                       short_name(module.folder);
    if (!module.may_include.empty()) {
      head += std::string(width + 4 - head.size(), ' ') + " ->";
    }
    drawing += wrap(head, module.may_include);
  }
  return drawing;
}

}  // namespace pressoir::architecture
