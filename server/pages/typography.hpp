// French as it is printed: numbers, plurals, spaces that do not break. UTF-8 in and
// out, no HTML. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/base/french_date.hpp"

namespace pressoir::pages {

using base::in_words;
using base::period_in_words;
using base::short_month;

// U+00A0 and U+202F.
inline constexpr std::string_view kNoBreakSpace = "\u00A0";
inline constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

// `1 234 567`, with narrow no-break spaces.
std::string number(std::uint64_t value);

struct Noun {
  std::string_view singular;  // after 0 and 1, as French has it
  std::string_view plural;
};
inline constexpr Noun kTexts = {"texte", "textes"};

// `0 texte`, `1 texte`, `1 234 textes`; a no-break space stands before the noun.
std::string counted(std::uint64_t value, const Noun& noun = kTexts);

// `2012`, `12/2012`, `05/12/2012`: as the form of a search takes it; empty for no date.
std::string in_figures(base::Date date);
// A share of 1 in per cent, `3,4 %`, with so many decimals; the sign behind a no-break space.
std::string percentage(double share, int decimals);

// The same as tables have it: one decimal, two below 0,1 %, none for 0.
std::string percentage(double share);

// The day of an instant (seconds since 1970, UTC) in words.
std::string instant_in_words(std::int64_t seconds);

// Ordinary spaces where French wants unbreakable ones: narrow before `;`, `!` and `?`, wide before
// `:` and `»` and behind `«`. For sentences of ours; what an archive holds is shown as it is.
std::string with_french_spaces(std::string_view text);

// `« text »`; guillemets inside the text become `“ ”`.
std::string in_guillemets(std::string_view text);

// `Industrie/Compétitivité` as `Industrie › Compétitivité`.
std::string theme_in_words(std::string_view path);

}  // namespace pressoir::pages
