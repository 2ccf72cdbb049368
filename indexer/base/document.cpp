#include "indexer/base/document.hpp"

#include <algorithm>

namespace pressoir::base {

std::vector<std::string> lineages_of(const Document& document) {
  // A person without lineage (a member of parliament) speaks for no ministry and does not count.
  const bool has_voice = std::ranges::any_of(document.ministers, [](const Minister& one) {
    return one.role != Role::kMentioned && !one.lineage.empty();
  });
  std::vector<std::string> lineages;
  for (const Minister& minister : document.ministers) {
    const bool counts = !has_voice || minister.role != Role::kMentioned;
    if (!counts || minister.lineage.empty()) continue;
    if (std::ranges::find(lineages, minister.lineage) == lineages.end()) {
      lineages.push_back(minister.lineage);
    }
  }
  return lineages;
}

}  // namespace pressoir::base
