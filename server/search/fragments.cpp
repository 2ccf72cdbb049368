#include "server/search/fragments.hpp"

#include <algorithm>

namespace pressoir::search {

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

}  // namespace pressoir::search
