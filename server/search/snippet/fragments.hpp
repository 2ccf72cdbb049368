// A text in fragments: what matched a query, and what stands between.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::search::snippet {

// How a word of a text is the word that was asked for, best first.
enum class MatchForm {
  kExact,   // as it was typed, but for capitals
  kFolded,  // but for accents
  kStem,    // another form of the word
};

// `exact`, `folded`, `stem`.
inline std::string_view to_string(MatchForm form) noexcept {
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

// A piece of text that matched the query, or did not.
struct Fragment {
  std::string text;
  bool match = false;
  MatchForm form = MatchForm::kExact;  // of a match

  bool operator==(const Fragment&) const = default;
};

// Adds `text` behind the others: to the last fragment when that one is alike, which then has the
// weaker of the two forms; nothing for an empty text. Any thread.
inline void add_fragment(std::vector<Fragment>& fragments, std::string_view text, bool match,
                         MatchForm form = MatchForm::kExact) {
  if (text.empty()) return;
  if (!fragments.empty() && fragments.back().match == match) {
    fragments.back().text += text;
    fragments.back().form = std::max(fragments.back().form, form);
  } else {
    fragments.push_back({std::string(text), match, form});
  }
}

}  // namespace pressoir::search::snippet
