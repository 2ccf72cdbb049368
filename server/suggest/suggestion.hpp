// Suggestions for a text that is being typed: completed words, names that filters take, and titles
// of documents. Plain data, UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "server/search/snippet/fragments.hpp"

namespace pressoir::suggest {

// In the order in which they are listed.
enum class SuggestionKind { kWord, kMinister, kOffice, kTheme, kTitle };
inline constexpr std::size_t kSuggestionKinds = 5;

// `word`, `minister`, `office`, `theme`, `title`.
std::string_view to_string(SuggestionKind kind) noexcept;

// One for each key that is typed.
struct SuggestRequest {
  std::string q;             // as typed so far
  std::uint32_t count = 10;  // offers at most, 1 to 20
};

// A longer text is not the beginning of anything: it gets no suggestions.
inline constexpr std::size_t kMaxTypedBytes = 512;

// One line of the list below the search field.
struct Suggestion {
  SuggestionKind kind = SuggestionKind::kWord;
  std::vector<search::snippet::Fragment> text;  // what a person reads; what was typed of it matches
  // What to search for: the text with its last word completed, the title, the office's title; of a
  // minister and a theme, what their filter takes.
  std::string value;
  // Documents: that contain the completed word; of the minister, in the theme; of the person in
  // office within the term. 1 for a title.
  std::uint64_t count = 0;
  std::string id;            // of a title's document
  std::string url;           // of a title's document
  std::string person;        // in office: person id
  std::string name;          // and name
  base::Date date;           // of a title's document; the first day of the office
  base::Date last_day = {};  // of the office; no date while the person is in office
};

struct Suggestions {
  std::vector<Suggestion> offers;
  double took_ms = 0;
};

}  // namespace pressoir::suggest
