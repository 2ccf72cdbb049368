#include "server/suggest/typed_name.hpp"

#include <algorithm>

#include "server/suggest/phrase_index.hpp"

namespace pressoir::suggest {

TypedName::TypedName(std::string_view typed) {
  for (const text::Token& token : analyzer_.analyze(typed)) {
    if (token.is_compound) continue;
    const bool is_unfinished = token.end == typed.size();
    words_.push_back(
        {std::string(token.folded), is_unfinished || token.folded.size() >= kLeastBeginning});
  }
}

bool TypedName::is_in(std::string_view name) {
  if (words_.empty()) return true;
  const auto tokens = analyzer_.analyze(name);
  return std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
      return word.is_beginning ? token.folded.starts_with(word.folded)
                               : token.folded == word.folded;
    });
  });
}

}  // namespace pressoir::suggest
