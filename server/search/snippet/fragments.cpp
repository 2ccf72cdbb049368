#include "server/search/snippet/fragments.hpp"

#include <algorithm>

namespace pressoir::search::snippet {

std::string_view to_string(MatchForm form) noexcept {
  switch (form) {
    case MatchForm::kExact:
      return "exact";
    case MatchForm::kFolded:
      return "folded";
    case MatchForm::kStem:
      return "stem";
  }
  return "stem";
}

void add_fragment(std::vector<Fragment>& fragments, std::string_view text, bool match,
                  MatchForm form) {
  if (text.empty()) return;
  if (!fragments.empty() && fragments.back().match == match) {
    fragments.back().text += text;
    fragments.back().form = std::max(fragments.back().form, form);
  } else {
    fragments.push_back({std::string(text), match, form});
  }
}

}  // namespace pressoir::search::snippet
