#include "indexer/text/month_names.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <functional>
#include <map>
#include <string>

#include "indexer/text/fold.hpp"

namespace pressoir::text {
namespace {

using Months = std::map<std::string, int, std::less<>>;

struct Language {
  const char* code;
  bool has_abbreviations;
};
// The first that has a name keeps it.
constexpr auto kLanguages = std::to_array<Language>({{"fr", true},
                                                     {"en", true},
                                                     {"de", true},
                                                     {"es", false},
                                                     {"it", false},
                                                     {"pt", false},
                                                     {"nl", false}});
// What French pages write besides.
constexpr auto kOthers = std::to_array<std::pair<const char*, int>>(
    {{"fev", 2}, {"juill", 7}, {"sept", 9}});

void add_names(const icu::DateFormatSymbols& symbols, icu::DateFormatSymbols::DtWidthType width,
               Months& months) {
  constexpr std::size_t kLeastLetters = 3;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    std::int32_t count = 0;
    const icu::UnicodeString* names = symbols.getMonths(count, context, width);
    for (std::int32_t i = 0; i < count; ++i) {
      std::string name;
      names[i].toUTF8String(name);
      name = fold(name);
      if (name.ends_with('.')) name.pop_back();
      if (name.size() >= kLeastLetters) months.try_emplace(std::move(name), i + 1);
    }
  }
}

// Without its data ICU has no names: the table is then short, and programs say so elsewhere.
Months make_months() {
  Months months(kOthers.begin(), kOthers.end());
  for (const Language& language : kLanguages) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.code), status);
    if (U_FAILURE(status)) continue;
    add_names(symbols, icu::DateFormatSymbols::WIDE, months);
    if (language.has_abbreviations) add_names(symbols, icu::DateFormatSymbols::ABBREVIATED, months);
  }
  return months;
}

}  // namespace

int month_of(std::string_view folded) {
  static const Months months = make_months();
  const auto found = months.find(folded);
  return found == months.end() ? 0 : found->second;
}

}  // namespace pressoir::text
