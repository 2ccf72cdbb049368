// The names of months in the languages that ministries publish in, from ICU (CLDR): French, English,
// German, Spanish, Italian, Portuguese and Dutch.
#pragma once

#include <string_view>

namespace pressoir::text {

// 1 to 12 for the name of a month as fold() gives it, without a dot: `decembre`, `dec`, `dezember`,
// `diciembre`; 0 for any other word. Abbreviations are those of French, English and German: those of
// other languages are words of these (`set`, `out`). Any thread.
int month_of(std::string_view folded);

}  // namespace pressoir::text
