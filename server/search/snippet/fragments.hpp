// A text in fragments, those that match a query and those between, as JSON and pages highlight it.
// Plain data, UTF-8.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressoir::search::snippet {

// In which form a word of a text equals a word of the query, the closest first.
enum class MatchForm {
  kExact,   // as it was typed, but for capitals
  kFolded,  // but for accents
  kLemma,   // another form of the word: its plural, its feminine, its conjugation
  kFamily,  // another word of its family, which only SearchRequest::family looks for
};

// `exact`, `folded`, `lemma`, `family`.
inline std::string_view to_string(MatchForm form) noexcept {
  switch (form) {
    case MatchForm::kExact:
      return "exact";
    case MatchForm::kFolded:
      return "folded";
    case MatchForm::kLemma:
      return "lemma";
    case MatchForm::kFamily:
      return "family";
  }
  return "family";
}

// A piece of text: a whole match, or what is between two matches.
struct Fragment {
  std::string text;
  bool match = false;
  MatchForm form = MatchForm::kExact;  // of a match

  bool operator==(const Fragment&) const = default;
};

// The text without its marks.
inline std::string plain_text(const std::vector<Fragment>& fragments) {
  std::string text;
  for (const Fragment& fragment : fragments) text += fragment.text;
  return text;
}

// The fragments with ` · ` where a block of the text ends, for places that show a snippet as one
// paragraph: blocks that ran together would read as one sentence.
inline std::vector<Fragment> in_one_line(std::vector<Fragment> fragments) {
  for (Fragment& fragment : fragments) {
    std::string line;
    for (const char c : fragment.text) c == '\n' ? line += " · " : line += c;
    fragment.text = std::move(line);
  }
  return fragments;
}

// Appends `text`: to the last fragment when both are matches or both are not, which then has the
// weaker of the two forms, so that matches that touch are one highlight. Does nothing for an empty
// text.
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
