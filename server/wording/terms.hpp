// The French of what programs name in English: facets and filters, the parameters of searches (on
// the page /api) and the kinds of failures (on the page that a browser gets).
//
//   parameter_in_words("from");                    // "Premier jour, compris ; …"
//   problem_in_words("/problems/not-found").title  // "Page introuvable"
//
// UTF-8 with ordinary spaces, not escaped for HTML; views are valid for ever. Pure functions, any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/fields.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::wording {

// In the place of a title that is missing.
inline constexpr std::string_view kNoTitle = "Texte sans titre";

struct FacetWords {
  std::string_view title;  // `Ministre`
  std::string_view all;    // `Tous les ministres`
  std::string_view none;   // `Sans ministre`: texts without a value
  Noun noun;
};
const FacetWords& words_of(base::Facet facet) noexcept;

// `sans ministre`, inside a sentence.
std::string none_in_words(base::Facet facet);

// A filter that excludes a value: `sauf Industrie`.
std::string except(const std::string& name);

// What dropping a filter means.
std::string without_filter(const std::string& name);
std::string without_exclusion(const std::string& name);
inline constexpr std::string_view kWithoutDates = "Sans limite de dates";

// What a parameter of query::request_parameters() means. Empty for any other name: an endpoint
// describes the parameters that it takes alone.
std::string_view parameter_in_words(std::string_view name) noexcept;

// A failure as a page tells it: its heading, and what to do when nothing more precise is known.
struct ProblemSentences {
  std::string_view title;
  std::string_view detail;
};

// Of a kind of failure, by the `type` of its JSON. Empty for a type that the server does not send.
ProblemSentences problem_in_words(std::string_view type) noexcept;

}  // namespace pressoir::wording
