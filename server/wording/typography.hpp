// French typography: numbers, plurals, percentages, dates, and the spaces that do not break. The
// rules are those of the Imprimerie nationale (Lexique des règles typographiques).
//
// Text is UTF-8 in and out and not escaped: escape it when it goes into HTML, XML or JSON. All
// functions are pure; any thread may call them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/base/date.hpp"

namespace pressoir::wording {

// U+00A0, before `:` and `%` and inside guillemets.
inline constexpr std::string_view kNoBreakSpace = "\u00A0";
// U+202F, before `;`, `!`, `?` and between groups of three digits.
inline constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

// `1 234 567`, with narrow no-break spaces.
std::string number(std::uint64_t value);

// Both forms of a noun (or adjective) that follows a number. In French 0 and 1 take the singular.
struct Noun {
  std::string_view singular;
  std::string_view plural;
};
inline constexpr Noun kTexts = {"texte", "textes"};

// `0 texte`, `1 texte`, `1 234 textes`; a no-break space separates number and noun.
std::string counted(std::uint64_t value, const Noun& noun = kTexts);

// `1er août 2013`, `5 décembre 2012`, `décembre 2012`, `2012`; empty for no date. Ordinary spaces.
std::string in_words(base::Date date);

// The month alone, cut as newspapers cut it: `déc.`; a date without month gives the year.
std::string short_month(base::Date date);

// A period whose ends are included and may be open: `2012`, `de 2012 à 2014`, `du 1er mai 2012 au
// 3 juin 2012`, `depuis décembre 2012`, `jusqu’au 5 décembre 2012`; empty without any end.
std::string period_in_words(base::Date from, base::Date to);

// `2012`, `12/2012`, `05/12/2012`: a date as the search form takes it; empty for no date.
std::string in_figures(base::Date date);

// `share` (1 is the whole) in per cent, with so many decimals: percentage(0.034, 1) is `3,4 %`.
std::string percentage(double share, int decimals);

// The same with the decimals that tables use: one, two below 0,1 %, none for 0.
std::string percentage(double share);

// The day of an instant (seconds since 1970, UTC) in words: `5 décembre 2012`.
std::string instant_in_words(std::int64_t seconds);

// Replaces ordinary spaces by unbreakable ones: narrow before `;`, `!` and `?`, wide before `:` and
// `»` and after `«`. For our own sentences; quoted text of an archive is shown as it is.
std::string with_french_spaces(std::string_view text);

// `« text »` with no-break spaces; guillemets inside the text become `“ ”`.
std::string in_guillemets(std::string_view text);

// A theme's path for display: `Industrie/Compétitivité` is `Industrie › Compétitivité`.
std::string theme_in_words(std::string_view path);

}  // namespace pressoir::wording
